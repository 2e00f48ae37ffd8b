// A visitor's choice of a time. The page has a key of its own, from which the ids of its holds follow, one after the
// other. So a form that is sent twice (double-click, Back and again) finds the hold that it made, whichever process
// answers, and another choice from the same page takes the place of the one before.
import type { Parts } from '../parts.ts';
import { isProblem } from '../problem.ts';
import type { Tokens } from '../secrets/tokens.ts';
import { listBookings } from './booking-queries.ts';
import { hasRunOut, lengthMinutes } from './booking-rules.ts';
import type { Booking } from './booking.ts';
import { type HoldRequest, holdSlot } from './hold-slot.ts';

export type Choice = {
  handle: string;
  slug: string;
  startsAt: Date;
  durationMinutes?: number | undefined;
  /** Of a secret link. */
  key?: string | undefined;
  /** The page's key. */
  visit?: string | undefined;
  /** The hold that the page knew of already. */
  hold?: string | undefined;
  client: string | null;
};

export type ChosenSlot = { token: string; startsAt: Date };

/** After these, a page's choices are no longer told apart. */
const mostChoices = 20;

/** Throws what holdSlot throws. */
export async function chooseSlot(parts: Parts, choice: Choice): Promise<ChosenSlot> {
  const ids = idsOf(parts.tokens, choice);
  const before = await listChoices(parts, ids);
  const last = before.at(-1);
  if (last && isSameChoice(last, choice, parts.clock()))
    return { token: parts.tokens.create('hold', last.id), startsAt: last.startsAt };
  try {
    return await holdSlot(parts, requestOf(parts, choice, ids[before.length], last));
  } catch (error) {
    // the other press of a double-click may have been quicker
    const isAlone = (await listChoices(parts, ids)).length === before.length;
    if (!isProblem(error) || isAlone) throw error;
    return chooseSlot(parts, choice);
  }
}

function idsOf({ fingerprint }: Tokens, { handle, slug, visit }: Choice): string[] {
  if (visit === undefined) return [];
  return Array.from({ length: mostChoices }, (_, count) =>
    uuidOf(fingerprint(`choice ${count} at ${handle}/${slug} on page ${visit}`)),
  );
}

function uuidOf(fingerprint: string): string {
  const hex = Buffer.from(fingerprint, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What was chosen on this page so far, in that order. */
async function listChoices({ database }: Parts, ids: string[]): Promise<Booking[]> {
  const bookings = await listBookings(database, ids);
  return ids.flatMap((id) => bookings.find((booking) => booking.id === id) ?? []);
}

/** Also once its form is in: the hold's link leads on to what became of it. */
function isSameChoice(last: Booking, choice: Choice, now: Date): boolean {
  const { startsAt, durationMinutes = lengthMinutes(last) } = choice;
  const hasEnded = last.state === 'cancelled' || hasRunOut(last, now);
  const isSameTime = last.startsAt.getTime() === startsAt.getTime();
  return !hasEnded && isSameTime && lengthMinutes(last) === durationMinutes;
}

function requestOf(
  { tokens }: Parts,
  { handle, slug, startsAt, durationMinutes, key, hold, client }: Choice,
  id: string | undefined,
  last: Booking | undefined,
): HoldRequest {
  const replaces = last?.state === 'held' ? tokens.create('hold', last.id) : hold;
  return {
    organiser: handle,
    eventType: slug,
    startsAt,
    durationMinutes,
    key,
    client,
    ...(id !== undefined && { id }),
    ...(replaces !== undefined && { replaces }),
  };
}
