// When a calendar is due to be asked without a hint: within the poll's time, and up to a fifth sooner, each at a rhythm
// of its own, so that all that was asked at once (at the start, after an outage) drifts apart.

const soonest = 0.8;

/** `lastAskedAt` null: never. */
export function isPollDue(
  calendarId: string,
  lastAskedAt: Date | null,
  pollSeconds: number,
  now: Date,
): boolean {
  if (lastAskedAt === null) return true;
  const rhythmMs = pollSeconds * 1000 * (soonest + (1 - soonest) * shareOf(calendarId));
  return now.getTime() - lastAskedAt.getTime() >= rhythmMs;
}

/** How often the due are looked for, in seconds: no calendar waits much longer than its rhythm. */
export function pollTickSeconds(pollSeconds: number): number {
  return Math.max(1, pollSeconds / 20);
}

/** From 0 up to 1, always the same for the same id: the ids are random. */
function shareOf(id: string): number {
  return Number.parseInt(id.slice(0, 8), 16) / 2 ** 32;
}
