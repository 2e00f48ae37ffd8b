// Who an account is: the claims of an id_token and of userinfo, as far as the scopes allow.
import type { Account } from '../state.ts';
import type { AccessToken, Profile } from './oauth-state.ts';
import { type SigningKey, signJwt } from './signing-key.ts';

export type Identified = {
  account: Account;
  profile: Profile | undefined;
  token: AccessToken;
};

export const issuer = 'https://accounts.google.com';
const lifeSeconds = 3600;
const consumerDomains = new Set(['gmail.com', 'googlemail.com']);
const emailScope = 'https://www.googleapis.com/auth/userinfo.email';
const profileScope = 'https://www.googleapis.com/auth/userinfo.profile';

export function signIdentity(
  key: SigningKey,
  { nonce, now, ...identified }: Identified & { nonce: string | null; now: Date },
): string {
  const { clientId } = identified.token;
  const issuedAt = Math.floor(now.getTime() / 1000);
  return signJwt(key, {
    iss: issuer,
    azp: clientId,
    aud: clientId,
    ...claims(identified),
    ...(nonce !== null && { nonce }),
    iat: issuedAt,
    exp: issuedAt + lifeSeconds,
  });
}

export function claims({ account, profile, token }: Identified): Record<string, unknown> {
  const domain = hostedDomain(account, profile);
  return {
    sub: account.sub,
    ...(domain !== null && { hd: domain }),
    ...(token.scopes.includes(emailScope) && {
      email: account.address,
      email_verified: profile?.isEmailVerified ?? true,
    }),
    ...(token.scopes.includes(profileScope) && names(account.name)),
  };
}

/** An address outside of Google's consumer domains is taken for a Workspace account, unless its profile knows better. */
function hostedDomain({ address }: Account, profile: Profile | undefined): string | null {
  if (profile?.hostedDomain !== undefined) return profile.hostedDomain;
  const domain = address.split('@')[1]!;
  return consumerDomains.has(domain) ? null : domain;
}

function names(name: string): Record<string, string> {
  const [given, ...family] = name.split(' ');
  return { name, given_name: given!, ...(family.length > 0 && { family_name: family.join(' ') }) };
}
