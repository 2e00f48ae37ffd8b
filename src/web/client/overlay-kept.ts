// What is known of the visitor's own busy time: kept in this tab until it is closed, as epoch minutes and nothing else.
import { merged, spansOf } from './overlay-spans.ts';

/** `busy`: merged, start, end, start, end …; `until`: nothing is known from there on. */
export type Overlay = { busy: number[]; until: number };

const key = 'overlay';

export function readOverlay(): Overlay | null {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as Overlay);
}

/** Beside what is there already: some people have two calendars. */
export function addToOverlay(more: Overlay): void {
  const kept = readOverlay() ?? { busy: [], until: more.until };
  const busy = merged([...spansOf(kept.busy), ...spansOf(more.busy)]);
  const until = Math.min(kept.until, more.until);
  sessionStorage.setItem(key, JSON.stringify({ busy, until } satisfies Overlay));
}

export function removeOverlay(): void {
  sessionStorage.removeItem(key);
}
