// What the fields of an event type's form are called, in the order of the page.
import { say } from '../languages/say.ts';
import type { Fields } from './event-type-form.ts';
import type { Labels } from './form-faults.ts';
import { shownRows } from './question-fields.ts';

const labels: Record<string, () => string> = {
  title: () => say('Title'),
  slug: () => say('Link ending'),
  description: () => say('Description'),
  colour: () => say('Colour'),
  access: () => say('Who can book it'),
  durationMinutes: () => say('Length in minutes'),
  otherDurations: () => say('Other lengths to choose from'),
  placeKind: () => say('Where'),
  placeAddress: () => say('Address'),
  placeNumber: () => say('Your number'),
  placeUrl: () => say('Link to the meeting'),
  schedule: () => say('Hours'),
  minimumNoticeMinutes: () => say('Notice'),
  minimumNoticeUnit: () => say('Unit of the notice'),
  horizonDays: () => say('Days ahead'),
  bufferBeforeMinutes: () => say('Minutes kept free before'),
  bufferAfterMinutes: () => say('Minutes kept free after'),
  slotStepMinutes: () => say('A start every … minutes'),
  dailyCap: () => say('At most per day'),
  confirmation: () => say('A booking stands'),
  onDecline: () => say('When the attendee declines Google’s invitation'),
  bookingCalendarId: () => say('Bookings are written to'),
  'asks.phone': () => say('Phone'),
  'asks.age': () => say('Age'),
  'asks.gender': () => say('Gender'),
  'asks.address': () => say('Address'),
  'asks.newPatient': () => say('New or returning'),
};

export function eventTypeLabels(fields: Fields): Labels {
  const own = Object.entries(labels).map(([name, label]): [string, string] => [name, label()]);
  const rows = shownRows(fields);
  return new Map([...own, ...rows.flatMap((row, index) => questionLabels(row, index + 1))]);
}

/** The row's number is the form's own; people count from one, without gaps. */
function questionLabels(row: number, number: number): [string, string][] {
  return [
    [`question-${row}-label`, say('Question {number}', { number })],
    [`question-${row}-kind`, say('Question {number}: answer', { number })],
    [`question-${row}-isRequired`, say('Question {number}: needed', { number })],
    [`question-${row}-options`, say('Question {number}: answers to choose from', { number })],
    [`question-${row}-key`, say('Question {number}', { number })],
  ];
}
