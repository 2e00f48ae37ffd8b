// Walks a list page by page. The cursor is the last item's sort key, so that changes in between neither repeat nor
// lose what stood still.
import type { World } from '../world.ts';
import type { Call } from './call.ts';
import { text, whole } from './parameters.ts';
import { pageSignature, readPageToken, writeToken } from './tokens.ts';

export type Page<Item> = {
  items: Item[];
  nextPageToken?: string;
  /** As of which write the walk began: what the sync token will say. */
  version: number;
};

type Limits = { usual: number; most: number };

export function pageOf<Item>(
  world: World,
  call: Call,
  list: { items: Item[]; keyOf: (item: Item) => string },
  { usual, most }: Limits,
): Page<Item> {
  const token = text(call, 'pageToken');
  const { after, version } =
    token === undefined ? { after: '', version: world.state.version } : readPageToken(call, token);
  const keyed = list.items.map((item) => ({ item, key: list.keyOf(item) }));
  const rest = keyed
    .filter(({ key }) => key > after)
    .sort((one, other) => (one.key < other.key ? -1 : 1));
  const size = sizeOf(world, after, whole(call, 'maxResults', usual, most));
  const page = rest.slice(0, size);
  const items = page.map(({ item }) => item);
  if (page.length === rest.length) return { items, version };
  // A space sorts before every key, and is not the empty start.
  const cursor = page.at(-1)?.key ?? ' ';
  const next = { page: pageSignature(call), after: cursor, version };
  return { items, version, nextPageToken: writeToken(next) };
}

function sizeOf({ switches }: World, after: string, asked: number): number {
  if (!switches.shortPages) return asked;
  return after === '' ? 0 : 1;
}
