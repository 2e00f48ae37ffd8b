// The one way out to Google. No request is repeated by the library (it would repeat some writes and not others, and all
// that is forbidden), none lasts for ever, and a token reply that is none is stopped before the library believes it.
import { gaxios } from 'google-auth-library';
import type { Endpoints } from './endpoints.ts';
import { malformedReply, toGoogleFailure } from './failures.ts';

const longestRequestMs = 15_000;

export function createTransport(endpoints: Endpoints): gaxios.Gaxios {
  const transport = new gaxios.Gaxios({
    timeout: longestRequestMs,
    ...(endpoints.apiRootUrl ? { noProxy: [endpoints.apiRootUrl] } : {}),
  });
  transport.interceptors.request.add({ resolved: withoutRepeats });
  transport.interceptors.response.add({
    resolved: async (response) => withSoundTokens(response, endpoints),
    rejected: rejectForGood,
  });
  return transport;
}

async function withoutRepeats(
  config: gaxios.GaxiosOptionsPrepared,
): Promise<gaxios.GaxiosOptionsPrepared> {
  config.retry = false;
  delete config.retryConfig;
  return config;
}

/** A fresh token mends a 401, for which the library asks again. It would for a 403 too: twice what was too often. */
async function rejectForGood(error: gaxios.GaxiosError): Promise<never> {
  throw error.response?.status === 403 ? toGoogleFailure(error) : error;
}

function withSoundTokens<T>(
  response: gaxios.GaxiosResponse<T>,
  endpoints: Endpoints,
): gaxios.GaxiosResponse<T> {
  const isTokenReply = response.config.url.href === endpoints.oauth.oauth2TokenUrl;
  if (isTokenReply && !hasAccessToken(response.data)) throw malformedReply('no access token');
  return response;
}

function hasAccessToken(data: unknown): boolean {
  if (typeof data !== 'object' || data === null) return false;
  return 'access_token' in data && typeof data.access_token === 'string';
}
