// Who was invited to offer time here, beside ORGANISERS: one address, or everybody of a domain.
import { say } from '../languages/say.ts';

export type Invitation = {
  id: string;
  /** An address or `@domain`, in small letters. */
  entry: string;
  invitedAt: Date;
  /** The administrator's name; null when that organiser is gone. */
  invitedBy: string | null;
  mailedAt: Date | null;
  /** What the mail server said when it refused the mail for good. */
  mailRefusal: string | null;
};

export type MailState = 'none' | 'on_its_way' | 'sent' | 'refused';

/** In 24 hours, over all addresses, and to one of them: an administrator's mistake must not flood anybody. */
export const mostMails = { inAll: 50, toOneAddress: 3 } as const;

/** Nobody gets a mail where a whole domain is let in. */
export function isDomain({ entry }: Pick<Invitation, 'entry'>): boolean {
  return entry.startsWith('@');
}

export function mailStateOf(invitation: Invitation): MailState {
  if (isDomain(invitation)) return 'none';
  if (invitation.mailRefusal !== null) return 'refused';
  return invitation.mailedAt === null ? 'on_its_way' : 'sent';
}

/** What is wrong with it, in words for the administrator; null when it can be invited. */
export function entryFault(entry: string): string | null {
  if (isNobodysDomain(entry))
    return say('Google vouches for no such domain as a whole: invite each address by itself.');
  if (isAddress(entry) || isWholeDomain(entry)) return null;
  return say('Give an address such as ada@example.com, or a domain such as @example.com.');
}

function isAddress(entry: string): boolean {
  return entry.length <= 254 && /^[^@\s<>"(),:;\\]+@[a-z0-9.-]+\.[a-z0-9-]{2,}$/i.test(entry);
}

function isWholeDomain(entry: string): boolean {
  return entry.length <= 254 && /^@[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(entry);
}

/** Accounts of these have no `hd`, which is all that meets an `@domain`. */
function isNobodysDomain(entry: string): boolean {
  return entry === '@gmail.com' || entry === '@googlemail.com';
}
