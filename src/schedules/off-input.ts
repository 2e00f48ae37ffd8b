// A time off as it is typed into the editor: on the wall clock of the organiser's zone.
import { z } from 'zod';
import { dayOf, MINUTES_PER_DAY } from '../availability/dates.ts';
import { minuteOfDay } from '../availability/open-hours.ts';
import { timeZoneNamed, toEpoch } from '../availability/time-zone.ts';
import { invalidInput } from '../http/input.ts';
import { say } from '../languages/say.ts';
import type { Problem } from '../problem.ts';
import { isEmptyOff, type OffDraft } from './editor-draft.ts';
import { date } from './hours-input.ts';
import { readNamed } from './named-input.ts';
import { label } from './schedule-input.ts';
import type { TimeOffFields } from './time-off.ts';

/** `id`: of the one that is changed; null for a new one. */
export type TypedOff = TimeOffFields & { id: string | null };

const earliestDay = dayOf('1971-01-01');
const latestDay = dayOf('2198-12-31');

const offInput = z.strictObject({
  id: z.union([z.uuid(), z.literal('')]).catch(''),
  from: date,
  fromTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => say('Write the time like 09:00') }),
  to: date.optional(),
  toTime: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
    error: () => say('Write the time like 17:00, or 24:00'),
  }),
  label,
});

const fields: Record<string, string> = {
  from: 'off-from',
  fromTime: 'off-from-time',
  to: 'off-to',
  toTime: 'off-to-time',
  label: 'off-label',
};

/** Null where nothing is typed. Without times they are whole days, without an end the first alone. Throws invalid_input. */
export function checkOff(draft: OffDraft, timeZone: string, now: Date): TypedOff | null {
  if (isEmptyOff(draft)) return null;
  const typed = {
    ...draft,
    fromTime: draft.fromTime || '00:00',
    to: draft.to === '' ? undefined : draft.to,
    toTime: draft.toTime || '24:00',
  };
  const {
    id,
    from,
    fromTime,
    to = from,
    toTime,
    label,
  } = readNamed(offInput, typed, (field) => fields[field] ?? field);
  const startsAt = instantOf(from, fromTime, timeZone, 'off-from');
  const endsAt = instantOf(to, toTime, timeZone, 'off-to');
  if (endsAt <= startsAt) throw endFault(say('This is not after the start.'));
  if (endsAt <= now) throw endFault(say('This is past.'));
  return { id: id || null, startsAt, endsAt, label };
}

function instantOf(date: string, time: string, timeZone: string, field: string): Date {
  const day = dayOf(date);
  if (day < earliestDay || day > latestDay)
    throw invalidInput([{ field, message: say('Give a date between 1971 and 2198.') }]);
  const wall = day * MINUTES_PER_DAY + minuteOfDay(time);
  return new Date(toEpoch(timeZoneNamed(timeZone), wall) * 60_000);
}

function endFault(message: string): Problem {
  return invalidInput([{ field: 'off-to', message }]);
}
