// Who may sign in: addresses, whole domains that Google vouches for, or everybody.
import type { Identity } from '../google/google.ts';

/**
 * An `@domain` entry is met by Google's `hd` alone: an address that merely ends that way may be anybody's.
 * @param entries addresses, `@domain`, or `*`
 */
export function isAdmitted(identity: Identity, entries: readonly string[]): boolean {
  return entries.some((entry) => meets(identity, entry.trim().toLowerCase()));
}

/** What an entry would have to say to meet them: the address, and the domain that Google vouches for. */
export function entriesOf({ email, hostedDomain }: Identity): string[] {
  return [email, ...(hostedDomain ? [`@${hostedDomain}`] : [])].map((entry) => entry.toLowerCase());
}

function meets({ email, hostedDomain }: Identity, entry: string): boolean {
  if (entry === '*') return true;
  if (entry.startsWith('@')) return `@${hostedDomain ?? ''}`.toLowerCase() === entry;
  return email.toLowerCase() === entry;
}
