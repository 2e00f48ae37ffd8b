// The key in a secret link's address. It stands nowhere: it is an HMAC over the link's id.
import type { Parts } from '../parts.ts';
import type { Tokens } from '../secrets/tokens.ts';
import type { EventType } from './event-type.ts';
import { findLinkOfBooking } from './secret-link-queries.ts';

export function keyOf(tokens: Tokens, linkId: string): string {
  return tokens.create('secret-link', linkId);
}

/** The link that the key is of; null for what is no key of ours. */
export function linkIdOf(tokens: Tokens, key: string | undefined): string | null {
  const id = key === undefined ? null : tokens.idOf(key);
  return id !== null && tokens.matches(key!, 'secret-link', id) ? id : null;
}

export function withKey(address: string, key: string | undefined): string {
  return key === undefined ? address : `${address}?key=${key}`;
}

/** Whoever booked by a secret link finds the other times by it too. */
export async function findKeyOfBooking(
  { database, tokens }: Parts,
  { visibility }: Pick<EventType, 'visibility'>,
  bookingId: string,
): Promise<string | undefined> {
  if (visibility !== 'secret') return undefined;
  const linkId = await findLinkOfBooking(database, bookingId);
  return linkId === null ? undefined : keyOf(tokens, linkId);
}
