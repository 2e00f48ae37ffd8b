// Making and revoking secret links. Under the organiser's lock, like the bookings that they let in.
import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import type { Queryable } from '../database/database.ts';
import { invalidInput } from '../http/input.ts';
import { say } from '../languages/say.ts';
import type { Parts } from '../parts.ts';
import { Problem } from '../problem.ts';
import { getOwnEventType } from './edit-event-types.ts';
import type { SecretLinkDraft } from './secret-link-input.ts';
import {
  insertSecretLink,
  listSecretLinks,
  updateToRevoked,
  updateToUnrevoked,
} from './secret-link-queries.ts';
import type { SecretLink } from './secret-link.ts';

const mostLinks = 200;

/** Throws not_found. */
export async function listOwnSecretLinks(
  parts: Parts,
  organiserId: string,
  slug: string,
): Promise<SecretLink[]> {
  const { id } = await getOwnEventType(parts, organiserId, slug);
  return listSecretLinks(parts.database, id, parts.clock());
}

/** Throws not_found, or forbidden when there are too many. */
export function createSecretLink(
  parts: Parts,
  organiserId: string,
  slug: string,
  draft: SecretLinkDraft,
): Promise<SecretLink> {
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    const { id: eventTypeId } = await getOwnEventType({ database: transaction }, organiserId, slug);
    const links = await listSecretLinks(transaction, eventTypeId, now);
    if (links.length >= mostLinks)
      throw new Problem(
        'forbidden',
        say('This event type has {count} links already, the most there can be.', {
          count: mostLinks,
        }),
      );
    const { label = '', mostUses = null, expiresAt = null } = draft;
    if (expiresAt !== null && expiresAt <= now)
      throw invalidInput([
        { field: 'expiresAt', message: say('Choose a time that is yet to come.') },
      ]);
    const link = { eventTypeId, label, mostUses, expiresAt };
    const id = await insertSecretLink(transaction, link, organiserId, now);
    return { ...link, id, uses: 0, createdAt: now, revokedAt: null };
  });
}

/** What is booked by it stands. Throws not_found. */
export function revokeSecretLink(
  parts: Parts,
  organiserId: string,
  slug: string,
  id: string,
): Promise<SecretLink> {
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    const { revokedAt, ...link } = await getLink(transaction, organiserId, slug, id, now);
    await updateToRevoked(transaction, id, now);
    return { ...link, revokedAt: revokedAt ?? now };
  });
}

/** Throws not_found. */
export function unrevokeSecretLink(
  parts: Parts,
  organiserId: string,
  slug: string,
  id: string,
): Promise<void> {
  return organiserTransaction(parts, organiserId, async (transaction, now) => {
    await getLink(transaction, organiserId, slug, id, now);
    await updateToUnrevoked(transaction, id);
  });
}

async function getLink(
  database: Queryable,
  organiserId: string,
  slug: string,
  id: string,
  now: Date,
): Promise<SecretLink> {
  const eventType = await getOwnEventType({ database }, organiserId, slug);
  const links = await listSecretLinks(database, eventType.id, now);
  const link = links.find((each) => each.id === id);
  if (!link) throw new Problem('not_found', say('There is no such secret link.'));
  return link;
}
