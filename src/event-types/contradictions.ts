// What an organiser says of an event type that cannot be so together. Only what was said just now is told.
import { say } from '../languages/say.ts';
import type { FieldError } from '../problem.ts';
import type { EventTypeChange } from './event-type-input.ts';
import type { EventTypeFields } from './write-event-type-queries.ts';

export function contradictions(after: EventTypeFields, change: EventTypeChange): FieldError[] {
  const { durationMinutes, place, asks } = after;
  const faults: FieldError[] = [];
  if (change.durations && !change.durations.includes(durationMinutes))
    faults.push({
      field: 'durations',
      message: say('One of them must be the length that is chosen already, {minutes}.', {
        minutes: durationMinutes,
      }),
    });
  const isAboutPhone = change.place !== undefined || change.asks?.phone !== undefined;
  const youCall = place.kind === 'phone' && place.whoCalls === 'organiser';
  if (isAboutPhone && youCall && asks.phone !== 'required')
    faults.push({
      field: 'asks.phone',
      message: say('You call the attendee, so their number must be needed.'),
    });
  return faults;
}
