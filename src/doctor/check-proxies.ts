// TRUST_PROXY against the proxies that are really in the way: too few, and all visitors share one limit; too many, and
// each may choose an address.
import { askHealth } from './ask-health.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import type { Ground } from './ground.ts';

export async function checkProxies(ground: Ground): Promise<Finding[]> {
  const { publicUrl, trustProxy } = ground.config;
  const answer = await askHealth(ground, publicUrl);
  if (answer.is === 'ours') return [compare(answer.proxies, trustProxy, publicUrl)];
  if (publicUrl.startsWith('https:') && trustProxy === 0) return [unnamed()];
  return [];
}

function compare(proxies: number, trustProxy: number, publicUrl: string): Finding {
  const mend = `Set TRUST_PROXY=${proxies}`;
  const inTheWay = `PUBLIC_URL leads ${through(proxies)}`;
  if (proxies > trustProxy)
    return fault(
      `${inTheWay}, but TRUST_PROXY is ${trustProxy}: all visitors count as one, and limit each other.`,
      mend,
    );
  if (proxies < trustProxy)
    return fault(
      `${inTheWay}, but TRUST_PROXY is ${trustProxy}: a visitor may choose which address counts.`,
      mend,
    );
  if (proxies === 0 && publicUrl.startsWith('https:')) return silentProxy();
  return ok(`${inTheWay}, as TRUST_PROXY says.`);
}

function through(proxies: number): string {
  if (proxies === 0) return 'straight to the service';
  return proxies === 1 ? 'through 1 proxy' : `through ${proxies} proxies`;
}

/** The service itself speaks no https. */
function silentProxy(): Finding {
  return note(
    'The proxy in front does not tell who is calling: all visitors count as one.',
    'Have it set X-Forwarded-For, and set TRUST_PROXY=1',
  );
}

function unnamed(): Finding {
  return note(
    'PUBLIC_URL is https, so that a proxy stands in front, but TRUST_PROXY is 0: all visitors would count as one.',
    'Set TRUST_PROXY to the number of proxies of yours, mostly 1.',
  );
}
