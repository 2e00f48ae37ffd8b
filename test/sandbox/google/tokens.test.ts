// Codes, refresh tokens and access tokens of the sandbox Google: what they give, and how they die.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { consent } from './consent.ts';
import {
  anna,
  askedScopes,
  ben,
  calendarOf,
  client,
  eventsScope,
  failureOf,
  listScope,
  oauthClient,
  redirectUri,
  signIn,
  startRig,
  type Rig,
} from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(async () => {
  await rig.google.close();
  expect(rig.google.violations).toEqual([]);
});

const ask = async (asked: Record<string, unknown> = {}) => {
  const url = oauthClient(rig.google).generateAuthUrl({ scope: askedScopes, ...asked });
  return (await consent(url, { address: anna })).searchParams.get('code')!;
};
const expired = {
  status: 400,
  data: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' },
};

test('a code gives access, refresh and identity to whoever knows its verifier', async () => {
  const tokens = await signIn(rig.google, { address: anna });

  const oauth = oauthClient(rig.google);
  oauth.setCredentials(tokens);
  const { data } = await calendarOf(rig.google, oauth).calendarList.list();
  expect(data.items).toEqual([]);
  expect(tokens.refresh_token).toMatch(/^1\/\//);
  expect(tokens.id_token).toBeDefined();
});

test('a code works once', async () => {
  const code = await ask();
  await oauthClient(rig.google).getToken(code);

  const failure = await failureOf(oauthClient(rig.google).getToken(code));

  expect(failure).toMatchObject({ status: 400, data: { error: 'invalid_grant' } });
});

test('a code dies after ten minutes', async () => {
  const code = await ask();
  rig.clock.advance(600_000);

  const failure = await failureOf(oauthClient(rig.google).getToken(code));

  expect(failure).toMatchObject({ status: 400, data: { error: 'invalid_grant' } });
});

test.each([
  ['without a verifier', undefined, 'Missing code verifier.'],
  ['with a wrong verifier', 'x'.repeat(43), 'Invalid code verifier.'],
])('a challenged code is refused %s', async (_case, codeVerifier, description) => {
  const challenge = { code_challenge: 'a'.repeat(43), code_challenge_method: 'S256' };
  const code = await ask(challenge);
  const sent = { code, ...(codeVerifier !== undefined && { codeVerifier }) };

  const failure = await failureOf(oauthClient(rig.google).getToken(sent));

  expect(failure.data).toEqual({ error: 'invalid_grant', error_description: description });
});

test('a code is exchanged only with the redirect that it was given for', async () => {
  const code = await ask();
  const sent = { code, redirect_uri: `${redirectUri}?other` };

  const failure = await failureOf(oauthClient(rig.google).getToken(sent));

  expect(failure).toMatchObject({ status: 400, data: { error: 'redirect_uri_mismatch' } });
});

test('a refresh token comes only offline, and only the first time or on prompted consent', async () => {
  const online = await signIn(rig.google, { address: anna }, { access_type: 'online' });
  const first = await signIn(rig.google, { address: anna });
  const second = await signIn(rig.google, { address: anna });
  const prompted = await signIn(rig.google, { address: anna }, { prompt: 'consent' });

  const given = [online, first, second, prompted].map((tokens) => 'refresh_token' in tokens);
  expect(given).toEqual([false, true, false, true]);
});

test('a refresh gives a new access token with the same scopes, and no refresh token', async () => {
  const refreshToken = rig.google.grantFor(anna, [listScope]);

  const { res } = await oauthClient(rig.google, refreshToken).getAccessToken();

  expect(res?.data).toMatchObject({ scope: listScope, token_type: 'Bearer' });
  expect(rig.google.log.at(-1)).toMatchObject({
    method: 'oauth.token',
    account: anna,
    status: 200,
  });
  const reply: unknown = await (await post('/token', refreshing(refreshToken))).json();
  expect(reply).not.toHaveProperty('refresh_token');
  expect(reply).toMatchObject({ expires_in: 3599 });
});

test('the life of access tokens can be set', async () => {
  rig.google.oauth.state.accessTokenSeconds = 30;
  const auth = oauthClient(rig.google, rig.google.grantFor(anna, [listScope]));
  await auth.getAccessToken();
  auth.setCredentials({ access_token: auth.credentials.access_token! });
  rig.clock.advance(30_000);

  const failure = await failureOf(calendarOf(rig.google, auth).calendarList.list());

  expect(failure.status).toBe(401);
});

test('a client proves itself in the body or by basic authentication, and a wrong secret is refused', async () => {
  const refreshToken = rig.google.grantFor(anna, [listScope]);
  const { client_secret: _secret, ...bare } = refreshing(refreshToken);
  const basic = Buffer.from(`${client.id}:${client.secret}`).toString('base64');

  const known = await post('/token', bare, { authorization: `Basic ${basic}` });
  const wrong = await post('/token', { ...bare, client_secret: 'guess' });
  const unknown = await post('/token', { ...bare, client_id: 'nobody' });

  expect([known.status, wrong.status, unknown.status]).toEqual([200, 401, 401]);
  expect(await wrong.json()).toMatchObject({ error: 'invalid_client' });
});

test.each(['query', 'body'])('a token revoked by %s ends the whole grant', async (place) => {
  const tokens = await signIn(rig.google, { address: anna });
  const other = rig.google.grantFor(anna, [eventsScope]);
  const foreign = rig.google.grantFor(ben, [eventsScope]);
  const token = tokens.access_token!;

  const query = place === 'query' ? `?token=${encodeURIComponent(token)}` : '';
  const revoked = await post(`/revoke${query}`, place === 'query' ? {} : { token });
  const again = await post('/revoke', { token });

  expect(revoked.status).toBe(200);
  expect(again.status).toBe(400);
  for (const dead of [tokens.refresh_token!, other])
    expect(await failureOf(oauthClient(rig.google, dead).getAccessToken())).toMatchObject(expired);
  await oauthClient(rig.google, foreign).getAccessToken();
});

test('the library revokes by its own call', async () => {
  const refreshToken = rig.google.grantFor(anna, [listScope]);

  await oauthClient(rig.google).revokeToken(refreshToken);

  const failure = await failureOf(oauthClient(rig.google, refreshToken).getAccessToken());
  expect(failure).toMatchObject(expired);
});

test('the 101st refresh token silently ends the oldest', async () => {
  const first = rig.google.grantFor(anna, [listScope]);
  const second = rig.google.grantFor(anna, [listScope]);
  for (let given = 2; given < 101; given += 1) rig.google.grantFor(anna, [listScope]);

  const failure = await failureOf(oauthClient(rig.google, first).getAccessToken());

  expect(failure).toMatchObject(expired);
  await oauthClient(rig.google, second).getAccessToken();
});

test('an account can withdraw its grant behind the client’s back', async () => {
  const refreshToken = rig.google.grantFor(anna, [listScope]);
  const auth = oauthClient(rig.google, refreshToken);
  await auth.getAccessToken();

  rig.google.oauth.revokeGrant(anna);

  const failure = await failureOf(calendarOf(rig.google, auth).calendarList.list());
  expect(failure).toMatchObject({ status: 401 });
  expect(await failureOf(auth.refreshAccessToken())).toMatchObject(expired);
});

function refreshing(refreshToken: string): Record<string, string> {
  const proof = { client_id: client.id, client_secret: client.secret };
  return { ...proof, grant_type: 'refresh_token', refresh_token: refreshToken };
}

function post(
  path: string,
  form: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(form);
  return fetch(rig.google.baseUrl + path, { method: 'POST', body, headers });
}
