// Secrets at rest: AES-256-GCM, with the key's id in front and the owner of the secret as associated data, so that
// a sealed token copied to another row does not open.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

export type Seal = {
  /** key id (4 bytes) · nonce (12) · tag (16) · ciphertext */
  close(secret: string, owner: string): Buffer;
  /** Throws when the key, the owner or the bytes are not those of the sealing. */
  open(sealed: Buffer, owner: string): string;
};

export function createSeal(secretKey: Buffer): Seal {
  const key = Buffer.from(hkdfSync('sha256', secretKey, '', 'quarterhour seal', 32));
  const keyId = createHash('sha256').update(key).digest().subarray(0, 4);
  return {
    close: (secret, owner) => Buffer.concat([keyId, encrypt(key, secret, owner)]),
    open: (sealed, owner) => {
      if (!sealed.subarray(0, 4).equals(keyId)) throw new Error('sealed with another SECRET_KEY');
      return decrypt(key, sealed.subarray(4), owner);
    },
  };
}

function encrypt(key: Buffer, secret: string, owner: string): Buffer {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(owner));
  const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]);
}

function decrypt(key: Buffer, sealed: Buffer, owner: string): string {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(Buffer.from(owner)).setAuthTag(sealed.subarray(12, 28));
  return decipher.update(sealed.subarray(28), undefined, 'utf8') + decipher.final('utf8');
}
