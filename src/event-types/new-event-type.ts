// What an event type is when nothing else is said, and the three that a new organiser begins with.
import { currentLanguage } from '../languages/current-language.ts';
import { colours } from './colours.ts';
import { defaultAsks, type Question } from './event-type.ts';
import type { EventTypeFields } from './write-event-type-queries.ts';

export const newEventType = {
  description: '',
  otherDurations: [] as number[],
  slotStepMinutes: 15,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  minimumNoticeMinutes: 60,
  horizonDays: 60,
  dailyCap: null,
  confirmation: 'email',
  onDecline: 'keep',
  place: { kind: 'none' },
  asks: defaultAsks,
  questions: [] as Question[],
  colour: colours[0],
  visibility: 'public',
  isHidden: false,
  schedule: null,
  bookingCalendarId: null,
} as const;

export function firstEventTypes(): EventTypeFields[] {
  return [15, 30, 60].map(withLength);
}

function withLength(durationMinutes: number, index: number): EventTypeFields {
  const slug = `${durationMinutes}min`;
  const title = minutesText(durationMinutes);
  return { ...newEventType, slug, title, durationMinutes, colour: colours[index]! };
}

/** "30 minutes", in the organiser's language. */
function minutesText(count: number): string {
  const unit = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(currentLanguage().locale, unit).format(count);
}
