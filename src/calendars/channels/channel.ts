// A watch channel: Google's promise to tell of one calendar's changes for a while.
import type { Account } from '../calendar.ts';

export type Channel = {
  id: string;
  account: Account;
  /** Null: the calendar is gone here. */
  calendarId: string | null;
  /** Where its messages go. */
  address: string;
  /** Google's name for what is watched; null while neither its answer nor a message has come. */
  resourceId: string | null;
  openedAt: Date;
  /** As long as channels usually last, until Google has told it. */
  expiresAt: Date;
  /** Google has asked that its account be left alone until then. */
  backsOffUntil: Date | null;
};

/** Google's word, where it gives none. */
export const usualLifeMs = 7 * 24 * 60 * 60_000;

/** An answer, or the first message, comes within this time or not at all. */
const answerMs = 2 * 60_000;

export function isOpen({ resourceId, expiresAt }: Channel, now: Date): boolean {
  return resourceId !== null && expiresAt > now;
}

export function isBeingOpened({ resourceId, openedAt }: Channel, now: Date): boolean {
  return resourceId === null && now.getTime() - openedAt.getTime() < answerMs;
}

/** Google renews nothing: in its last quarter a channel needs a successor, however long it lasts. */
export function needsSuccessor({ openedAt, expiresAt }: Channel, now: Date): boolean {
  const lifeMs = expiresAt.getTime() - openedAt.getTime();
  return now.getTime() >= openedAt.getTime() + (lifeMs * 3) / 4;
}
