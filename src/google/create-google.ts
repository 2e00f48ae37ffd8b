// Puts Google together: the real one, or with a base URL a stand-in for it.
import { createAttendeeCalls } from './attendee-busy.ts';
import { createCalendarClient } from './calendar-client.ts';
import { listCalendars } from './calendar-list.ts';
import { listChanges } from './changes.ts';
import { endpointsAt } from './endpoints.ts';
import { createEventCalls } from './events.ts';
import { queryBusy } from './free-busy.ts';
import type { Google } from './google.ts';
import { createOAuth, neededScopes, type OAuthSettings } from './oauth.ts';
import { createPushCalls } from './push.ts';
import { createTransport } from './transport.ts';
import { createTrialCalls } from './trial-event.ts';

export function createGoogle(settings: OAuthSettings & { baseUrl: string | null }): Google {
  const { baseUrl, ...oauthSettings } = settings;
  const endpoints = endpointsAt(baseUrl);
  const transport = createTransport(endpoints);
  const oauth = createOAuth(oauthSettings, endpoints, transport);
  const client = createCalendarClient((access) => oauth.clientOf(access), endpoints.apiRootUrl);
  return {
    authorizationUrl: oauth.authorizationUrl,
    askSignInPage: oauth.askSignInPage,
    exchangeCode: oauth.exchangeCode,
    revoke: oauth.revoke,
    neededScopes,
    listCalendars: (access) => listCalendars(client, access),
    queryBusy: (access, request) => queryBusy(client, access, request),
    listChanges: (access, calendarId, request) => listChanges(client, access, calendarId, request),
    ...createEventCalls(client),
    ...createPushCalls(client),
    ...createTrialCalls(client),
    ...createAttendeeCalls(oauthSettings, endpoints, transport),
  };
}
