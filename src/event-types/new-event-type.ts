// What an event type is when nothing else is said, and the three that a new organiser begins with.
import { defaultAsks } from './event-type.ts';
import type { EventTypeFields } from './write-event-type-queries.ts';

export const newEventType = {
  description: '',
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
  questions: [],
  isHidden: false,
  bookingCalendarId: null,
} as const;

export function firstEventTypes(): EventTypeFields[] {
  return [15, 30, 60].map(withLength);
}

function withLength(durationMinutes: number): EventTypeFields {
  const slug = `${durationMinutes}min`;
  return {
    ...newEventType,
    questions: [],
    slug,
    title: `${durationMinutes} minutes`,
    durationMinutes,
  };
}
