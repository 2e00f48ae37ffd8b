// PUBLIC_URL is encrypted, or leads nowhere but to this machine.
import { fault, type Finding, note } from './finding.ts';
import type { Ground } from './ground.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The sandbox is on this machine alone. */
export async function checkHttps({ config: { publicUrl, notice } }: Ground): Promise<Finding[]> {
  if (notice !== null || publicUrl.startsWith('https:')) return [];
  if (isLoopback(publicUrl))
    return [
      note(
        `PUBLIC_URL is ${publicUrl}: links in mails work on this machine alone.`,
        'Set PUBLIC_URL to the https address of the proxy in front.',
      ),
    ];
  return [
    fault(
      `PUBLIC_URL is ${publicUrl}, without encryption: Google signs nobody in there, and sends no messages to it.`,
      'Put a proxy with a certificate in front (Caddy gets one by itself), and set PUBLIC_URL to its https address.',
    ),
  ];
}

export function isLoopback(publicUrl: string): boolean {
  return loopback.has(new URL(publicUrl).hostname);
}
