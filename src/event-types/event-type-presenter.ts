// An event type as its organiser sees it.
import { durationsOf } from './durations.ts';
import type { EventType } from './event-type.ts';

export function presentEventType(eventType: EventType) {
  return {
    id: eventType.id,
    slug: eventType.slug,
    position: eventType.position,
    title: eventType.title,
    description: eventType.description,
    durationMinutes: eventType.durationMinutes,
    durations: durationsOf(eventType),
    slotStepMinutes: eventType.slotStepMinutes,
    bufferBeforeMinutes: eventType.bufferBeforeMinutes,
    bufferAfterMinutes: eventType.bufferAfterMinutes,
    minimumNoticeMinutes: eventType.minimumNoticeMinutes,
    horizonDays: eventType.horizonDays,
    dailyCap: eventType.dailyCap,
    confirmation: eventType.confirmation,
    onDecline: eventType.onDecline,
    place: eventType.place,
    asks: eventType.asks,
    questions: eventType.questions,
    colour: eventType.colour,
    visibility: eventType.visibility,
    isHidden: eventType.isHidden,
    schedule: eventType.schedule,
    bookingCalendarId: eventType.bookingCalendarId,
  };
}
