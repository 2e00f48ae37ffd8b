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
    const { proof, proxies } = readBody(await answer.text());
    const isOurs = proof !== undefined && tokens.matches(proof, 'health', nonce);
    return isOurs
      ? { is: 'ours', proxies: Number(proxies) }
      : { is: 'strange', status: answer.status };
  } catch (error) {
    return { is: 'silent', code: codeOf(error) };
  }
}

/** Whoever answers may have written anything at all. */
function readBody(text: string): { proof?: string; proxies?: string } {
  return /"proof":"(?<proof>[\w-]{43})","proxies":(?<proxies>\d+)/.exec(text)?.groups ?? {};
}
