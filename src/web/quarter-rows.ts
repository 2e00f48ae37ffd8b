// Classes that place a thing in a picture of a day, in rows of a quarter of an hour. Style attributes would need a hole in
// the content security policy; these are the same few words over and over, and compress to almost nothing.

const quarters = 96;
const hours = 24;
const mostLanes = 4;

/** `.row-at-4.row-for-2`: an hour after the picture begins, half an hour long. `.hours-10`: ten hours high. */
export function quarterRows(): string {
  return [
    ...counted(quarters, (row) => `.row-at-${row}{grid-row-start:${row + 1}}`),
    ...counted(quarters, (row) => `.row-for-${row + 1}{grid-row-end:span ${row + 1}}`),
    ...counted(hours, (hour) => `.hours-${hour + 1}{--rows:${(hour + 1) * 4}}`),
    ...counted(mostLanes, (of) => counted(of + 1, (lane) => laneRule(lane, of + 1)).join('')),
  ].join('\n');
}

function laneRule(lane: number, of: number): string {
  const width = 100 / of;
  return `.lane-${lane}-of-${of}{--lane-start:${width * lane}%;--lane-width:${width}%}`;
}

function counted(count: number, rule: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => rule(index));
}
