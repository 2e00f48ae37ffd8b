// The Google client: what can be asked without anybody signing in. A code that is none is refused as such (invalid_grant)
// only to a client that Google knows.
import { randomBytes } from 'node:crypto';
import { GoogleFailure } from '../google/google-failure.ts';
import { fault, type Finding, note, ok } from './finding.ts';
import type { Ground } from './ground.ts';

const credentials = 'Google Cloud console → Google Auth Platform → Clients';

export async function checkClient({ config, google }: Ground): Promise<Finding[]> {
  if (!google) return [ok('The sandbox’s own Google: there is nothing to look at.')];
  const standIn = config.google?.baseUrl ?? null;
  const verifier = randomBytes(48).toString('base64url');
  const answer = await google.exchangeCode('doctor', verifier).catch(toFailure);
  return [
    ...(standIn === null ? [] : [note(`GOOGLE_BASE_URL names a stand-in for Google: ${standIn}`)]),
    judge(answer, standIn ?? 'https://oauth2.googleapis.com'),
  ];
}

function toFailure(error: unknown): GoogleFailure {
  if (error instanceof GoogleFailure) return error;
  throw error;
}

function judge(answer: unknown, address: string): Finding {
  const failure = answer instanceof GoogleFailure ? answer : null;
  switch (failure?.code) {
    case 'invalid':
      return ok('Google knows the client, and takes its secret.');
    case 'misconfigured':
      return fault(
        `Google does not take the client: ${failure.message}.`,
        `Copy client ID and client secret anew into GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET (${credentials}); a client that was deleted must be made anew.`,
      );
    default:
      return fault(
        `Google gives no answer: ${failure?.message ?? 'it took a code that is none'}.`,
        `Look whether this machine reaches ${address} (network, DNS, proxy, firewall).`,
      );
  }
}
