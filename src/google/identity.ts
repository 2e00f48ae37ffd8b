// Who signed in: read from an id_token only after its signature, audience, issuer and times are proven.
import { createPublicKey, type JsonWebKey } from 'node:crypto';
import type { OAuth2Client, TokenPayload } from 'google-auth-library';
import { malformedReply } from './failures.ts';
import { GoogleFailure } from './google-failure.ts';
import type { Identity } from './google.ts';

export async function readIdentity(
  client: OAuth2Client,
  idToken: string,
  audience: string,
): Promise<Identity> {
  const payload = await provenPayload(client, idToken, audience);
  if (!payload?.sub || !payload.email) throw malformedReply('an identity without an address');
  return {
    subject: payload.sub,
    email: payload.email,
    isEmailVerified: payload.email_verified === true,
    hostedDomain: payload.hd ?? null,
    name: payload.name ?? payload.email,
  };
}

async function provenPayload(
  client: OAuth2Client,
  idToken: string,
  audience: string,
): Promise<TokenPayload | undefined> {
  const keys = await fetchKeys(client);
  try {
    const issuers = client.issuers;
    const ticket = await client.verifySignedJwtWithCertsAsync(idToken, keys, audience, issuers);
    return ticket.getPayload();
  } catch {
    // The library's error quotes the token: not even as a cause.
    throw new GoogleFailure('invalid', 'The proof of identity does not hold');
  }
}

/** Google's present keys by their id, as PEM. Fetched anew: sign-ins are rare, and keys change. */
async function fetchKeys(client: OAuth2Client): Promise<Record<string, string>> {
  const url = client.endpoints.oauth2FederatedSignonJwkCertsUrl;
  const { data } = await client.transporter.request<{ keys?: (JsonWebKey & { kid?: string })[] }>({
    url,
    responseType: 'json',
  });
  if (!Array.isArray(data?.keys)) throw malformedReply('no keys');
  return Object.fromEntries(data.keys.map((key) => [String(key.kid), pemOf(key)]));
}

function pemOf(key: JsonWebKey): string {
  return createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString();
}
