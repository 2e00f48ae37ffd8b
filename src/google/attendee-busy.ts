// When an attendee is busy, asked once: consent to the free/busy scope alone, and a token that lives for one answer. It
// is neither returned nor kept, nor revoked: that would end whatever else the same person granted to this service.
import { CodeChallengeMethod, OAuth2Client } from 'google-auth-library';
import type { gaxios } from 'google-auth-library';
import { createCalendarClient } from './calendar-client.ts';
import { within } from './deadline.ts';
import type { Endpoints } from './endpoints.ts';
import { malformedReply, toGoogleFailure } from './failures.ts';
import { queryBusy } from './free-busy.ts';
import { GoogleFailure } from './google-failure.ts';
import type { BusyAnswer, Google } from './google.ts';
import type { OAuthSettings } from './oauth.ts';

/** The narrowest that freebusy.query takes: it reaches nothing else. */
const scope = 'https://www.googleapis.com/auth/calendar.freebusy';
const calendarId = 'primary';
const timeoutMs = 10_000;

export function createAttendeeCalls(
  settings: OAuthSettings,
  endpoints: Endpoints,
  transporter: gaxios.Gaxios,
): Pick<Google, 'attendeeAuthorizationUrl' | 'readAttendeeBusy'> {
  const createClient = () =>
    new OAuth2Client({
      ...settings,
      endpoints: endpoints.oauth,
      transporter,
      useAuthRequestParameters: false,
    });
  return {
    attendeeAuthorizationUrl: ({ state, codeChallenge }) =>
      createClient().generateAuthUrl({
        access_type: 'online',
        scope,
        state,
        prompt: 'select_account',
        code_challenge: codeChallenge,
        code_challenge_method: CodeChallengeMethod.S256,
      }),
    readAttendeeBusy: (request) => readBusy(createClient(), endpoints.apiRootUrl, request),
  };
}

async function readBusy(
  client: OAuth2Client,
  rootUrl: string | null,
  { code, codeVerifier, from, to }: Parameters<Google['readAttendeeBusy']>[0],
): Promise<BusyAnswer> {
  client.setCredentials({ access_token: await redeem(client, code, codeVerifier) });
  // the one token is the client's own, so no account is named
  const nobody = { accountId: '', refreshToken: '' };
  const calendars = createCalendarClient(() => client, rootUrl);
  const request = { googleCalendarIds: [calendarId], from, to, timeoutMs };
  return (await queryBusy(calendars, nobody, request)).get(calendarId)!;
}

async function redeem(client: OAuth2Client, code: string, codeVerifier: string): Promise<string> {
  try {
    const { tokens } = await within(timeoutMs, () => client.getToken({ code, codeVerifier }));
    if (!(tokens.scope ?? scope).split(' ').includes(scope))
      throw new GoogleFailure('missing_scope', 'The attendee did not allow to see free/busy');
    if (!tokens.access_token) throw malformedReply('no access token');
    return tokens.access_token;
  } catch (error) {
    throw toGoogleFailure(error);
  }
}
