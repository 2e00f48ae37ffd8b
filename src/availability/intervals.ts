// Half-open intervals of whole minutes, packed into one Int32Array: start, end, start, end …
// A packed list is sorted by start and holds no empty interval; functions here keep it so.

export type Packed = Int32Array;

const MILLISECONDS_PER_MINUTE = 60_000;

/** Whether [start, end) and [otherStart, otherEnd) share any time. Touching is not sharing. */
export function overlaps(
  start: number,
  end: number,
  otherStart: number,
  otherEnd: number,
): boolean {
  return start < otherEnd && otherStart < end;
}

/** Whether [start, end) shares any time with an interval of the list. */
export function overlapsAny(list: Packed, start: number, end: number): boolean {
  for (let at = 0; at < list.length && list[at]! < end; at += 2) {
    if (overlaps(start, end, list[at]!, list[at + 1]!)) return true;
  }
  return false;
}

export type Pair = readonly [start: number, end: number];

/** Pairs in any order → a packed list, merged. Empty and reversed pairs vanish. */
export function packed(pairs: Iterable<Pair>): Packed {
  return merged(packedApart(pairs));
}

/** The same with each interval still its own. */
export function packedApart(pairs: Iterable<Pair>): Packed {
  const lasting = [...pairs].filter(([start, end]) => start < end);
  return Int32Array.from(lasting.sort((a, b) => a[0] - b[0]).flat());
}

/** Whether intervals that need not be a packed list are one as they stand. */
export function isSorted(list: Int32Array): boolean {
  for (let at = 0; at < list.length; at += 2) {
    if (list[at]! >= list[at + 1]!) return false;
    if (at > 0 && list[at]! < list[at - 2]!) return false;
  }
  return true;
}

export function pairsOf(list: Packed): Pair[] {
  return Array.from({ length: list.length / 2 }, (_, index) => [
    list[index * 2]!,
    list[index * 2 + 1]!,
  ]);
}

/** Instants → a packed list in epoch minutes; a minute that is touched counts whole. */
export function packedInstants(intervals: Iterable<{ start: Date; end: Date }>): Packed {
  return packed(
    Array.from(intervals, ({ start, end }) => [
      Math.floor(start.getTime() / MILLISECONDS_PER_MINUTE),
      Math.ceil(end.getTime() / MILLISECONDS_PER_MINUTE),
    ]),
  );
}

/** A sorted list → the same time with overlapping and touching intervals made one. */
export function merged(list: Packed): Packed {
  const result = new Int32Array(list.length);
  let length = 0;
  for (let at = 0; at < list.length; at += 2) length = append(result, length, list, at);
  return result.slice(0, length);
}

/** The time that is in any of the lists, merged. */
export function union(...lists: readonly Packed[]): Packed {
  return lists.reduce(unionOfTwo, new Int32Array());
}

/** The time of `list` that is not in `taken`. */
export function subtract(list: Packed, taken: Packed): Packed {
  const rest: number[] = [];
  for (let at = 0; at < list.length; at += 2) {
    let start = list[at]!;
    const end = list[at + 1]!;
    for (let cut = 0; cut < taken.length && taken[cut]! < end; cut += 2) {
      if (!overlaps(start, end, taken[cut]!, taken[cut + 1]!)) continue;
      if (start < taken[cut]!) rest.push(start, taken[cut]!);
      start = taken[cut + 1]!;
    }
    if (start < end) rest.push(start, end);
  }
  return Int32Array.from(rest);
}

/** As the busy mirror keeps it: int32, little-endian like every machine that Node runs on here. */
export function toBytes(list: Packed): Buffer {
  return Buffer.from(list.buffer, list.byteOffset, list.byteLength);
}

/** The copy is needed: the driver's buffers need not be aligned to four bytes. */
export function fromBytes(bytes: Uint8Array): Packed {
  return new Int32Array(Uint8Array.from(bytes).buffer);
}

function unionOfTwo(left: Packed, right: Packed): Packed {
  const result = new Int32Array(left.length + right.length);
  let length = 0;
  let a = 0;
  let b = 0;
  while (a < left.length || b < right.length) {
    const takeLeft = b >= right.length || (a < left.length && left[a]! <= right[b]!);
    length = takeLeft ? append(result, length, left, a) : append(result, length, right, b);
    if (takeLeft) a += 2;
    else b += 2;
  }
  return result.slice(0, length);
}

/** Writes the interval behind the ones written so far, or into the last one if they meet. */
function append(result: Packed, length: number, list: Packed, at: number): number {
  const start = list[at]!;
  const end = list[at + 1]!;
  const lastEnd = length - 1;
  if (length === 0 || start > result[lastEnd]!) {
    result[length] = start;
    result[length + 1] = end;
    return length + 2;
  }
  if (end > result[lastEnd]!) result[lastEnd] = end;
  return length;
}
