// Whether anybody at all is let in to the event type, be the time free or not.
import type { Queryable } from '../database/database.ts';
import type { EventType } from '../event-types/event-type.ts';
import { listSecretLinks } from '../event-types/secret-link-queries.ts';
import { linkStateOf } from '../event-types/secret-link.ts';
import type { Reason } from './reason.ts';

export async function findAdmissionReasons(
  database: Queryable,
  { id, isHidden, visibility }: EventType,
  now: Date,
): Promise<Reason[]> {
  if (isHidden) return [{ is: 'hidden' }];
  if (visibility !== 'secret') return [];
  const links = await listSecretLinks(database, id, now);
  const isOpen = links.some((link) => linkStateOf(link, now) === 'open');
  return isOpen ? [] : [{ is: 'no_secret_link' }];
}
