// Where Google is: the real one, or a stand-in that has all of it under one origin.
import type { OAuth2ClientOptions } from 'google-auth-library';

export type Endpoints = {
  /** All of them: the library fills a gap with Google's own. */
  oauth: Record<keyof NonNullable<OAuth2ClientOptions['endpoints']>, string>;
  /** Who may have signed an identity. */
  issuers: string[];
  /** Null: the library's own. */
  apiRootUrl: string | null;
};

const googleIssuers = ['https://accounts.google.com', 'accounts.google.com'];

const google: Endpoints = {
  oauth: {
    oauth2AuthBaseUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
    oauth2TokenUrl: 'https://oauth2.googleapis.com/token',
    oauth2RevokeUrl: 'https://oauth2.googleapis.com/revoke',
    tokenInfoUrl: 'https://oauth2.googleapis.com/tokeninfo',
    oauth2FederatedSignonPemCertsUrl: 'https://www.googleapis.com/oauth2/v1/certs',
    oauth2FederatedSignonJwkCertsUrl: 'https://www.googleapis.com/oauth2/v3/certs',
    oauth2IapPublicKeyUrl: 'https://www.gstatic.com/iap/verify/public_key',
  },
  issuers: googleIssuers,
  apiRootUrl: null,
};

export function endpointsAt(baseUrl: string | null): Endpoints {
  return baseUrl === null ? google : standIn(new URL(baseUrl).origin);
}

function standIn(origin: string): Endpoints {
  return {
    oauth: {
      oauth2AuthBaseUrl: `${origin}/o/oauth2/v2/auth`,
      oauth2TokenUrl: `${origin}/token`,
      oauth2RevokeUrl: `${origin}/revoke`,
      tokenInfoUrl: `${origin}/tokeninfo`,
      oauth2FederatedSignonPemCertsUrl: `${origin}/oauth2/v1/certs`,
      oauth2FederatedSignonJwkCertsUrl: `${origin}/oauth2/v3/certs`,
      oauth2IapPublicKeyUrl: `${origin}/iap/verify/public_key`,
    },
    issuers: [origin, ...googleIssuers],
    apiRootUrl: origin,
  };
}
