// A link to a secret event type, for whoever the organiser gives it to: so many times, until then, or until it is revoked.
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';

export type SecretLink = {
  id: string;
  eventTypeId: string;
  label: string;
  /** Null: any number. */
  mostUses: number | null;
  /** Bookings made by it that stand. */
  uses: number;
  expiresAt: Date | null;
  createdAt: Date;
  revokedAt: Date | null;
};

export type LinkState = 'open' | 'used_up' | 'expired' | 'revoked';

export function linkStateOf(link: SecretLink, now: Date): LinkState {
  const { revokedAt, expiresAt, mostUses, uses } = link;
  if (revokedAt !== null) return 'revoked';
  if (expiresAt !== null && expiresAt <= now) return 'expired';
  return mostUses !== null && uses >= mostUses ? 'used_up' : 'open';
}

/** Whoever has its token may know that it was one. */
export function linkOver(): Problem {
  const heading = say('This link has ended');
  const message = say(
    'It has been used, or it has run out. Please ask whoever gave it to you for a new one.',
  );
  return new Problem('forbidden', message, { heading });
}
