// Time off: from one moment to another no schedule is open, whatever its hours say. Moments, not wall-clock times: they
// stay where they are when the organiser's zone changes.
import { packedInstants, type Packed } from '../availability/intervals.ts';

export type TimeOff = {
  id: string;
  startsAt: Date;
  endsAt: Date;
  /** For the organiser alone; may be empty. */
  label: string;
};

export type TimeOffFields = Omit<TimeOff, 'id'>;

export function packedTimeOff(all: readonly TimeOffFields[]): Packed {
  return packedInstants(all.map(({ startsAt, endsAt }) => ({ start: startsAt, end: endsAt })));
}
