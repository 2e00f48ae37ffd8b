import { organiserTransaction } from '../bookings/organiser-transaction.ts';
import { say } from '../languages/say.ts';
// A copy of an event type, with a link of its own, next to the original. It is hidden until its organiser shows it:
// nobody books what is still being changed. Secret links are not copied.
import type { Parts } from '../parts.ts';
import { getOwnEventType } from './edit-event-types.ts';
import { listEventTypes } from './event-type-queries.ts';
import type { EventType } from './event-type.ts';
import { insertEventType, updateOrder } from './write-event-type-queries.ts';

const longestSlug = 60;
const longestTitle = 200;

/** Throws not_found. */
export function duplicateEventType(
  parts: Parts,
  organiserId: string,
  slug: string,
): Promise<EventType> {
  return organiserTransaction(parts, organiserId, async (transaction) => {
    const original = await getOwnEventType({ database: transaction }, organiserId, slug);
    const all = await listEventTypes(transaction, organiserId);
    const own = copyOf(original, new Set(all.map((each) => each.slug)));
    await insertEventType(transaction, organiserId, own);
    const copy = await getOwnEventType({ database: transaction }, organiserId, own.slug);
    const ids = all.map(({ id }) => id);
    await updateOrder(transaction, ids.toSpliced(ids.indexOf(original.id) + 1, 0, copy.id));
    return copy;
  });
}

function copyOf(original: EventType, taken: ReadonlySet<string>): EventType {
  const title = say('{title} (copy)', { title: original.title }).slice(0, longestTitle);
  return { ...original, title, slug: freeSlug(original.slug, taken), isHidden: true };
}

/** talk → talk-2; talk-2 → talk-3 */
function freeSlug(slug: string, taken: ReadonlySet<string>): string {
  const word = slug.replace(/-\d+$/, '');
  let number = 2;
  const named = () => `${word.slice(0, longestSlug - `-${number}`.length)}-${number}`;
  while (taken.has(named())) number += 1;
  return named();
}
