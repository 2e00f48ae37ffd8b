// Two records of one person: what the one that stays says then.
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import type { Attendee } from './attendee.ts';

/**
 * The name goes with the address that stays; phone and note are of both. Throws invalid_input when that address is
 * neither's, or both records are one.
 */
export function merged(kept: Attendee, other: Attendee, email: string): Attendee {
  if (kept.id === other.id) throw fault('with', say('Choose another record than this one.'));
  const [lead, second] = kept.email === email ? [kept, other] : [other, kept];
  if (lead.email !== email) throw fault('email', say('Choose one of the two addresses.'));
  const former = [...kept.formerAddresses, ...other.formerAddresses];
  return {
    ...kept,
    name: lead.name,
    email,
    phone: lead.phone ?? second.phone,
    note: [kept.note, other.note].filter(Boolean).join('\n') || null,
    createdAt: kept.createdAt < other.createdAt ? kept.createdAt : other.createdAt,
    formerAddresses: [second.email, ...former].filter((address) => address !== email),
  };
}

function fault(field: string, message: string): Problem {
  return new Problem('invalid_input', message, { errors: [{ field, message }] });
}
