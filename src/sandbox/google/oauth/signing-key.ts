// The key that signs identities, as Google publishes it: JWKS, and PEM certificates by key id.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from 'node:crypto';

export type SigningKey = { id: string; privateKey: string };

export function createSigningKey(): SigningKey {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    id: randomBytes(20).toString('hex'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

export function signJwt(key: SigningKey, payload: object): string {
  const header = { alg: 'RS256', kid: key.id, typ: 'JWT' };
  const signed = `${encoded(header)}.${encoded(payload)}`;
  const signature = sign('sha256', Buffer.from(signed), createPrivateKey(key.privateKey));
  return `${signed}.${signature.toString('base64url')}`;
}

export function toJwks(key: SigningKey): object {
  const { kty, n, e } = createPublicKey(key.privateKey).export({ format: 'jwk' });
  return { keys: [{ kty, n, e, kid: key.id, use: 'sig', alg: 'RS256' }] };
}

/** Google wraps the key in a certificate; whoever verifies takes a bare public key as well. */
export function toPem(key: SigningKey): Record<string, string> {
  const publicKey = createPublicKey(key.privateKey).export({ type: 'spki', format: 'pem' });
  return { [key.id]: publicKey.toString() };
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
