// Google's sign-in page as it answers before anybody has signed in: a leading on, to one page or another.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createGoogle } from '../../src/google/create-google.ts';
import type { Google } from '../../src/google/google.ts';

let location = '';
let google: Google;

const server = createServer((_, response) => {
  response.writeHead(302, { location }).end();
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const redirectUri = 'https://book.example.com/auth/google/callback';
  google = createGoogle({ clientId: 'client', clientSecret: 'secret', redirectUri, baseUrl });
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

const base = 'https://accounts.google.com';

/** As Google writes it: a protobuf message, the reason first. */
function errorPage(reason: string): string {
  const fields = [Buffer.from([0x0a, reason.length]), Buffer.from(reason), Buffer.from([0x12, 0])];
  const told = encodeURIComponent(Buffer.concat(fields).toString('base64'));
  return `${base}/signin/oauth/error?authError=${told}&flowName=GeneralOAuthFlow`;
}

test.each([
  ['leads on to the sign-in', `${base}/v3/signin/identifier?client_id=x`, { is: 'accepted' }],
  [
    'does not know the address',
    errorPage('redirect_uri_mismatch'),
    { is: 'refused', reason: 'redirect_uri_mismatch' },
  ],
  [
    'does not know the client',
    errorPage('invalid_client'),
    { is: 'refused', reason: 'invalid_client' },
  ],
  ['leads elsewhere', `${base}/sorry`, { is: 'unclear' }],
  ['tells what nobody can read', `${base}/signin/oauth/error?authError=%21`, { is: 'unclear' }],
])('when Google %s, that is what it says', async (_, to, answer) => {
  location = to;

  expect(await google.askSignInPage()).toEqual(answer);
});
