// Asks an address whether this very service answers there: only who holds the same SECRET_KEY can prove a number that is
// made up for the question.
import { randomUUID } from 'node:crypto';
import { codeOf } from './error-code.ts';
import type { Ground } from './ground.ts';

export type HealthAnswer =
  /** `proxies`: how many have written themselves into X-Forwarded-For on the way. */
  | { is: 'ours'; proxies: number }
  /** Somebody else, or nobody that knows our key. */
  | { is: 'strange'; status: number }
  | { is: 'redirect'; to: string }
  /** `code`: the network's or the encryption's. */
  | { is: 'silent'; code: string };

const patienceMs = 10_000;

export async function askHealth(
  { tokens }: Pick<Ground, 'tokens'>,
  origin: string,
): Promise<HealthAnswer> {
  const nonce = randomUUID();
  try {
    const answer = await fetch(`${origin}/healthz?nonce=${nonce}`, {
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    });
    const location = answer.headers.get('location');
    if (location !== null) return { is: 'redirect', to: new URL(location, origin).origin };
    const body = readBody(await answer.text());
    const isOurs = typeof body.proof === 'string' && tokens.matches(body.proof, 'health', nonce);
    if (!isOurs) return { is: 'strange', status: answer.status };
    return { is: 'ours', proxies: Number(body.proxies) };
  } catch (error) {
    return { is: 'silent', code: codeOf(error) };
  }
}

function readBody(text: string): { proof?: unknown; proxies?: unknown } {
  if (!text.startsWith('{')) return {};
  return JSON.parse(text) as object;
}
