// How long a booking of an event type may be: one length, or several for the attendee to choose from.
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import type { EventType } from './event-type.ts';

export const mostDurations = 8;

type Lengths = Pick<EventType, 'durationMinutes' | 'otherDurations'>;

/** All there are to choose from, the shortest first. */
export function durationsOf({ durationMinutes, otherDurations }: Lengths): number[] {
  return [durationMinutes, ...otherDurations].sort((a, b) => a - b);
}

/** The event type at one of its lengths; at its own where none is asked for. Throws invalid_input. */
export function atLength<Kind extends Lengths>(eventType: Kind, asked: number | undefined): Kind {
  if (asked === undefined || asked === eventType.durationMinutes) return eventType;
  const durations = durationsOf(eventType);
  if (!durations.includes(asked)) throw noSuchLength(durations);
  return { ...eventType, durationMinutes: asked, otherDurations: without(durations, asked) };
}

/** For addresses that were mended by hand: what is no length of it counts as not said. */
export function lengthOr(eventType: Lengths, asked: number | undefined): number {
  const durations = durationsOf(eventType);
  return asked !== undefined && durations.includes(asked) ? asked : eventType.durationMinutes;
}

/** A new length among those there are is chosen instead of the old one; another takes the old one's place. */
export function withLength(before: Lengths, durationMinutes: number): Lengths {
  const durations = durationsOf(before);
  const others = durations.includes(durationMinutes) ? durations : before.otherDurations;
  return { durationMinutes, otherDurations: without(others, durationMinutes) };
}

export function without(durations: readonly number[], one: number): number[] {
  return durations.filter((other) => other !== one);
}

function noSuchLength(durations: readonly number[]): Problem {
  const message = say('Choose one of these lengths, in minutes: {lengths}.', {
    lengths: durations.join(', '),
  });
  return new Problem('invalid_input', message, { errors: [{ field: 'durationMinutes', message }] });
}
