// Who may book an event type: everybody who knows its address, or only who has one of its secret links. Who may not is told
// what is told of an address at which there is nothing.
import type { Parts } from '../parts.ts';
import { nothingToBook } from './event-type-queries.ts';
import type { EventType } from './event-type.ts';
import { linkIdOf } from './secret-key.ts';
import { listSecretLinks } from './secret-link-queries.ts';
import { linkOver, linkStateOf } from './secret-link.ts';

type Guarded = Pick<EventType, 'id' | 'visibility' | 'isHidden'>;

/**
 * The id of the secret link that lets in; null where none is needed. Throws not_found, or forbidden where the link has
 * ended. Somebody else's kept time does not end it: whether there is a use left is decided when a time is taken.
 */
export async function admit(
  { database, tokens, clock }: Parts,
  eventType: Guarded,
  key: string | undefined,
): Promise<string | null> {
  if (eventType.isHidden) throw nothingToBook();
  if (eventType.visibility !== 'secret') return null;
  const id = linkIdOf(tokens, key);
  const links = id === null ? [] : await listSecretLinks(database, eventType.id, clock());
  const link = links.find((each) => each.id === id);
  if (!link) throw nothingToBook();
  if (linkStateOf(link, clock()) !== 'open') throw linkOver();
  return link.id;
}
