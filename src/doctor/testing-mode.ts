// Google ends what people allowed to an app in "Testing" after seven days, without a word.
import type { Connection } from './connection-queries.ts';

const dayMs = 86_400_000;
const lifeMs = 7 * dayMs;

export const howToPublish =
  'In the Google Cloud console, Google Auth Platform → Audience, press “Publish app”; then connect the account again.';

/** Whether the seven days may have been the end of a connection that Google takes no more. */
export function mayHaveDiedOfTesting(
  { connectedAt, lastSuccessAt, lastErrorAt, state, endsAt }: Connection,
  now: Date,
): boolean {
  if (endsAt !== null) return endsAt <= now;
  const lastAlive = (lastSuccessAt ?? connectedAt).getTime() - connectedAt.getTime();
  const diedBefore = state === 'needs_reconnect' && lastErrorAt !== null ? lastErrorAt : now;
  const firstDead = diedBefore.getTime() - connectedAt.getTime();
  return lastAlive <= lifeMs + dayMs / 2 && firstDead >= lifeMs - dayMs / 2;
}
