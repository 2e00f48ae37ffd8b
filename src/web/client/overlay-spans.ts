// Busy time as the browser keeps it: whole epoch minutes, start, end, start, end …, sorted, apart. Half-open.
// Nothing here touches the page.

/** Epoch minutes. */
export type Span = readonly [start: number, end: number];

const minuteMs = 60_000;

/** Overlapping and touching spans made one. Empty and reversed ones vanish. */
export function merged(spans: readonly Span[]): number[] {
  const lasting = spans.filter(([start, end]) => start < end);
  const result: number[] = [];
  for (const [start, end] of lasting.toSorted((a, b) => a[0] - b[0])) {
    const lastEnd = result.at(-1);
    if (lastEnd === undefined || start > lastEnd) result.push(start, end);
    else if (end > lastEnd) result[result.length - 1] = end;
  }
  return result;
}

export function spansOf(busy: readonly number[]): Span[] {
  return Array.from({ length: busy.length / 2 }, (_, at) => [busy[at * 2]!, busy[at * 2 + 1]!]);
}

/** Those that share any time with [start, end). Touching is not sharing. */
export function clashesIn(busy: readonly number[], start: number, end: number): Span[] {
  return spansOf(busy).filter((span) => span[0] < end && start < span[1]);
}

/** From milliseconds, within the window; a minute that is touched counts whole. */
export function spanWithin([from, until]: Span, startMs: number, endMs: number): Span {
  if (endMs <= startMs) return [from, from];
  return [
    Math.max(from, Math.floor(startMs / minuteMs)),
    Math.min(until, Math.ceil(endMs / minuteMs)),
  ];
}
