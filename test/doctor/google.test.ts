// What the doctor finds of the Google client, before and after anybody has signed in.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { checkAccounts } from '../../src/doctor/check-accounts.ts';
import { checkCalendars } from '../../src/doctor/check-calendars.ts';
import { checkClient } from '../../src/doctor/check-client.ts';
import { checkRedirectUri } from '../../src/doctor/check-redirect-uri.ts';
import { checkScopes } from '../../src/doctor/check-scopes.ts';
import { createGoogle } from '../../src/google/create-google.ts';
import { redirectUriAt } from '../../src/google/redirect-uri.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { groundOf } from './patient.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterEach(() => service.google.faults.clear());

afterAll(() => service.close());

test('a client that Google knows is well, and the address to register is told', async () => {
  const ground = groundOf(service);

  const findings = [...(await checkClient(ground)), ...(await checkRedirectUri(ground))];

  expect(findings).toEqual([
    { level: 'ok', says: 'Google knows the client, and takes its secret.' },
    { level: 'ok', says: `Google leads back to ${service.url}/auth/google/callback` },
  ]);
});

test.each([
  ['client', { clientId: 'another' }],
  ['secret', { clientSecret: 'another' }],
])('a wrong %s is a fault, with where to find the right one', async (_, wrong) => {
  const [finding] = await checkClient(groundOf(service, { google: googleWith(wrong) }));

  expect(finding).toMatchObject({
    level: 'fault',
    says: expect.stringContaining('invalid_client'),
    mend: expect.stringContaining('GOOGLE_CLIENT_SECRET'),
  });
});

test('a silent Google is a fault of the network, and says nothing of the redirect URI', async () => {
  service.google.faults.add({ method: 'oauth.token', fault: 'reset' });
  service.google.faults.add({ method: 'oauth.authorize', fault: 'reset' });
  const ground = groundOf(service);

  const [client] = await checkClient(ground);
  const [redirect] = await checkRedirectUri(ground);

  expect(client).toMatchObject({ level: 'fault', mend: expect.stringContaining('network') });
  expect(redirect).toMatchObject({ level: 'note' });
});

test('an address that Google does not know is a fault, with the exact one to register', async () => {
  const publicUrl = 'https://book.example.com';
  const google = googleWith({ redirectUri: redirectUriAt(publicUrl) });
  const config = { ...service.parts.config, publicUrl };

  const [finding] = await checkRedirectUri(groundOf(service, { google, config }));

  expect(finding).toMatchObject({
    level: 'fault',
    mend: expect.stringMatching(/exactly: https:\/\/book\.example\.com\/auth\/google\/callback$/),
  });
});

test('without an account the doctor says where to sign in, and of no calendar', async () => {
  const ground = groundOf(service);

  const findings = [
    ...(await checkAccounts(ground)),
    ...(await checkScopes(ground)),
    ...(await checkCalendars(ground)),
  ];

  expect(findings).toEqual([
    {
      level: 'note',
      says: 'Nobody has connected a Google account yet.',
      mend: `Sign in at ${service.url}/organiser`,
    },
  ]);
});

function googleWith(wrong: object) {
  return createGoogle({
    clientId: 'test-client',
    clientSecret: 'test-secret',
    redirectUri: redirectUriAt(service.url),
    baseUrl: service.google.baseUrl,
    ...wrong,
  });
}
