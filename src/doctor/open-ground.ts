// Puts together what the doctor looks at, from the settings as far as they can be read. Nothing is made that would stay.
import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Config } from '../config.ts';
import { createGoogle } from '../google/create-google.ts';
import type { Google } from '../google/google.ts';
import { redirectUriAt } from '../google/redirect-uri.ts';
import { findKnownSecretKey } from '../ground.ts';
import { createSeal } from '../secrets/seal.ts';
import { createTokens } from '../secrets/tokens.ts';
import { findDatabase } from './find-database.ts';
import type { Ground } from './ground.ts';

type Known = Pick<Ground, 'config' | 'faults' | 'trial'> & { clock: Clock };

export async function openGround(
  known: Known,
): Promise<{ ground: Ground; close(): Promise<void> }> {
  const { config } = known;
  const { found, close } = await findDatabase(config);
  // without one nothing was ever sealed or signed: any will do
  const secretKey = findKnownSecretKey(config) ?? randomBytes(32);
  const ground: Ground = {
    ...known,
    found,
    google: googleOf(config),
    smtpUrl: config.smtpUrl,
    seal: createSeal(secretKey),
    tokens: createTokens(secretKey),
  };
  return { ground, close };
}

function googleOf({ google, publicUrl }: Config): Google | null {
  if (google === null) return null;
  return createGoogle({ ...google, redirectUri: redirectUriAt(publicUrl) });
}
