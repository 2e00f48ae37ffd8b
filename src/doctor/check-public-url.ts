// PUBLIC_URL: what stands in every link and mail leads to this very service.
import { askHealth } from './ask-health.ts';
import { isLoopback } from './check-https.ts';
import { localOrigin } from './check-service.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import type { Ground } from './ground.ts';
import { networkWords } from './network-words.ts';

export async function checkPublicUrl(ground: Ground): Promise<Finding[]> {
  const { publicUrl } = ground.config;
  const answer = await askHealth(ground, publicUrl);
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
  return isLoopback(publicUrl) ? [] : [note(says)];
}

function isAboutTheAddress(code: string): boolean {
  return /^E(NOTFOUND|AI_AGAIN)$|CERT|SIGNATURE/.test(code);
}
