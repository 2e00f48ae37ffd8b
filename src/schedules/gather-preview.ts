// The preview of what is typed: nothing is saved, and what is booked and busy is taken out as it would be for an attendee.
import { listBlockedTime } from '../availability/availability-queries.ts';
import { dateOf } from '../availability/dates.ts';
import { gatherOwnOffer, offeredTime } from '../availability/gather-offer.ts';
import { type Packed, union } from '../availability/intervals.ts';
import { type OpenHours, openHours } from '../availability/open-hours.ts';
import { limitsAt } from '../availability/slot-limits.ts';
import { findSlots, type Offer } from '../availability/slots.ts';
import { readBusy } from '../calendars/read-busy.ts';
import type { EventType } from '../event-types/event-type.ts';
import type { Organiser } from '../organisers/organiser.ts';
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import type { EditorChange } from './editor-input.ts';
import { type Preview, previewOf } from './preview.ts';
import { listTimeOffSince } from './time-off-queries.ts';
import { packedTimeOff } from './time-off.ts';

export type SlotPreview = Preview & {
  eventType: EventType;
  timeZone: string;
  /** Google has not told what is busy: it is not taken out. */
  isBusyUnknown: boolean;
};

export async function gatherPreview(
  parts: Parts,
  {
    organiser,
    scheduleId,
    eventType,
  }: { organiser: Organiser; scheduleId: string; eventType: EventType },
  change: EditorChange,
): Promise<SlotPreview> {
  const bookable = { organiser, eventType: { ...eventType, schedule: scheduleId } };
  const offer = await gatherOwnOffer(parts, bookable, null);
  const changed = { ...offer, availability: await changedHours(parts, organiser.id, change) };
  const range = offeredTime(offer);
  const booked = await listBlockedTime(parts.database, organiser.id, range, offer.now, null);
  const google = await findBusy(parts, organiser.id, { from: offer.now, to: range.to });
  const busy = union(booked, google ?? new Int32Array());
  const now = slotsOf({ ...offer, busy });
  const then = slotsOf({ ...changed, busy });
  return {
    ...previewOf(now, then, changed.availability.timeZone),
    eventType,
    timeZone: change.hours.timeZone,
    isBusyUnknown: google === null,
  };
}

async function changedHours(
  { database, clock }: Parts,
  organiserId: string,
  { hours, off }: EditorChange,
): Promise<OpenHours> {
  const kept = await listTimeOffSince(database, organiserId, clock());
  const others = kept.filter(({ id }) => id !== off?.id);
  return openHours(hours, packedTimeOff(off ? [...others, off] : others));
}

/** Up to the horizon, by the organiser's dates. */
function slotsOf(offer: Offer): number[] {
  const { today, lastDay } = limitsAt(offer.now, offer.availability, offer.rules);
  const viewerTimeZone = offer.availability.timeZone.name;
  return findSlots({ ...offer, from: dateOf(today), to: dateOf(lastDay), viewerTimeZone });
}

async function findBusy(
  parts: Parts,
  organiserId: string,
  range: { from: Date; to: Date },
): Promise<Packed | null> {
  try {
    return (await readBusy(parts, organiserId, range)).busy;
  } catch (error) {
    if (!isProblem(error, 'calendar_unavailable')) throw error;
    return null;
  }
}
