// All that the sandbox's sign-in remembers, as plain JSON: what a snapshot holds.
import type { SigningKey } from './signing-key.ts';

/** What one account allowed one client. */
export type UserGrant = {
  clientId: string;
  address: string;
  scopes: string[];
  /** A refresh token was given for it. */
  isOffline: boolean;
};

export type Code = {
  code: string;
  clientId: string;
  address: string;
  redirectUri: string;
  scopes: string[];
  withRefreshToken: boolean;
  /** S256, or null where none was sent. */
  codeChallenge: string | null;
  nonce: string | null;
  expiresAt: string;
};

export type RefreshToken = {
  token: string;
  clientId: string;
  address: string;
  scopes: string[];
};

export type AccessToken = RefreshToken & { expiresAt: string };

/** Where an account differs from what its address suggests. */
export type Profile = { isEmailVerified?: boolean; hostedDomain?: string | null };

export type OAuthState = {
  grants: UserGrant[];
  codes: Code[];
  refreshTokens: RefreshToken[];
  accessTokens: AccessToken[];
  /** By address. */
  profiles: Record<string, Profile>;
  /** Made when first needed. */
  signingKey: SigningKey | null;
  accessTokenSeconds: number;
  /** How long Google says that a refresh token lives: to clients in "Testing" only. */
  refreshTokenSeconds: number | null;
};

export function emptyOAuthState(): OAuthState {
  return {
    grants: [],
    codes: [],
    refreshTokens: [],
    accessTokens: [],
    profiles: {},
    signingKey: null,
    accessTokenSeconds: 3599,
    refreshTokenSeconds: null,
  };
}
