// PUBLIC_URL: what stands in every link and mail leads to this very service.
import { askHealth, type HealthAnswer } from './ask-health.ts';
import { localOrigin } from './check-service.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import type { Ground } from './ground.ts';
import { networkWords } from './network-words.ts';

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

export async function checkPublicUrl(ground: Ground): Promise<Finding[]> {
  const answer = await askHealth(ground, ground.config.publicUrl);
  return [...looks(ground), ...(await reaches(ground, answer))];
}

function looks({ config: { publicUrl, notice } }: Ground): Finding[] {
  const { protocol, hostname } = new URL(publicUrl);
  if (notice !== null || protocol === 'https:') return [];
  if (loopback.has(hostname))
    return [
      note(
        `PUBLIC_URL is ${publicUrl}: links in mails work on this machine alone.`,
        'Set PUBLIC_URL to the https address of the proxy in front.',
      ),
    ];
  return [
    fault(
      `PUBLIC_URL is ${publicUrl}, without encryption: Google signs nobody in there, and sends no messages to it.`,
      'Put a proxy with a certificate in front (Caddy does it by itself), and set PUBLIC_URL to its https address.',
    ),
  ];
}

async function reaches(ground: Ground, answer: HealthAnswer): Promise<Finding[]> {
  const { publicUrl } = ground.config;
  switch (answer.is) {
    case 'ours':
      return [ok(`${publicUrl} leads to this service.`)];
    case 'redirect':
      return [fault(`${publicUrl} leads on to ${answer.to}`, `Set PUBLIC_URL to ${answer.to}`)];
    case 'strange':
      return [strange(publicUrl, answer.status)];
    case 'silent':
      return silent(ground, answer.code);
  }
}

function strange(publicUrl: string, status: number): Finding {
  return fault(
    `${publicUrl} answers (${status}), but not as this service, or as one with another SECRET_KEY.`,
    'Let the proxy hand every path on to the port of this service, and PUBLIC_URL be its address.',
  );
}

/** Where nothing runs that could answer, only what is wrong with the address itself is a fault. */
async function silent(ground: Ground, code: string): Promise<Finding[]> {
  const { publicUrl, role } = ground.config;
  const says = `${publicUrl} does not answer: ${networkWords(code)}.`;
  const isRunning = (await askHealth(ground, localOrigin(ground.config))).is === 'ours';
  if (isRunning || role === 'worker' || isAboutTheAddress(code))
    return [
      fault(
        says,
        'Look at DNS, certificate, firewall and proxy; some routers do not lead a machine to its own public address.',
      ),
    ];
  return loopback.has(new URL(publicUrl).hostname) ? [] : [note(says)];
}

function isAboutTheAddress(code: string): boolean {
  return /^E(NOTFOUND|AI_AGAIN)$|CERT|SIGNATURE/.test(code);
}
