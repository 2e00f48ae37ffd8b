// What the fields of an event type's form are called, in the order of the page.
import type { Fields } from './event-type-form.ts';
import type { Labels } from './form-faults.ts';
import { rowsOf } from './question-fields.ts';

const labels: readonly (readonly [string, string])[] = [
  ['title', 'Title'],
  ['durationMinutes', 'Length in minutes'],
  ['slug', 'Link ending'],
  ['description', 'Description'],
  ['placeKind', 'Where'],
  ['placeDetail', 'Address or link'],
  ['bookingCalendarId', 'Bookings are written to'],
  ['isHidden', 'On your public page'],
  ['confirmation', 'A booking stands'],
  ['onDecline', 'When the attendee declines Google’s invitation'],
  ['minimumNoticeMinutes', 'Minutes of notice'],
  ['horizonDays', 'Days ahead'],
  ['bufferBeforeMinutes', 'Minutes kept free before'],
  ['bufferAfterMinutes', 'Minutes kept free after'],
  ['slotStepMinutes', 'A start every … minutes'],
  ['dailyCap', 'At most per day'],
  ['asks.phone', 'Phone'],
  ['asks.age', 'Age'],
  ['asks.gender', 'Gender'],
  ['asks.address', 'Address'],
  ['asks.newPatient', 'New or returning'],
];

export function eventTypeLabels(fields: Fields): Labels {
  const rows = shownRows(fields);
  return new Map([...labels, ...rows.flatMap((row, index) => questionLabels(row, index + 1))]);
}

/** With an empty one below the others, for one more question. */
export function shownRows(fields: Fields): number[] {
  const rows = rowsOf(fields);
  return [...rows, (rows.at(-1) ?? -1) + 1];
}

/** The row's number is the form's own; people count from one, without gaps. */
function questionLabels(row: number, number: number): [string, string][] {
  const parts = { label: '', kind: ': answer', isRequired: ': needed', key: '' };
  return Object.entries(parts).map(([part, words]) => [
    `question-${row}-${part}`,
    `Question ${number}${words}`,
  ]);
}
