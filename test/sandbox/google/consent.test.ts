// Choosing an account and consenting at the sandbox Google.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { consent } from './consent.ts';
import {
  anna,
  askedScopes,
  ben,
  eventsScope,
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
afterEach(() => rig.google.close());

const ask = (asked: Record<string, unknown> = {}) =>
  oauthClient(rig.google).generateAuthUrl({ scope: askedScopes, state: 'my-state', ...asked });

test('a token carries the scopes that were ticked, and those of signing in', async () => {
  const tokens = await signIn(rig.google, { address: anna, ticked: [listScope] });

  expect(tokens.scope?.split(' ')).toEqual([
    'openid',
    'https://www.googleapis.com/auth/userinfo.email',
    'https://www.googleapis.com/auth/userinfo.profile',
    listScope,
  ]);
});

test('a single scope without sign-in is taken whole, without a box', async () => {
  const tokens = await signIn(rig.google, { address: anna, ticked: [] }, { scope: [listScope] });

  expect(tokens.scope).toBe(listScope);
});

test('whoever cancels comes back with access_denied and the state', async () => {
  const back = await consent(ask(), { address: anna, decision: 'cancel' });

  expect(back.origin + back.pathname).toBe(redirectUri);
  expect(Object.fromEntries(back.searchParams)).toEqual({
    error: 'access_denied',
    state: 'my-state',
  });
});

test('without a hint every account is offered; with one its consent page comes at once', async () => {
  const chooser = await (await fetch(ask())).text();
  const hinted = await (await fetch(ask({ login_hint: anna }))).text();
  const asked = await (await fetch(ask({ login_hint: anna, prompt: 'select_account' }))).text();

  expect(chooser).toContain(anna);
  expect(chooser).toContain(ben);
  expect(hinted).toContain('name="decision"');
  expect(asked).toContain('Choose an account');
});

test('what was allowed before is not asked again, unless the client prompts for consent', async () => {
  await signIn(rig.google, { address: anna });

  const again = await fetch(ask({ login_hint: anna }), { redirect: 'manual' });
  const prompted = await fetch(ask({ login_hint: anna, prompt: 'consent' }));

  expect(new URL(again.headers.get('location')!).searchParams.get('code')).not.toBeNull();
  expect(await prompted.text()).toContain('name="decision"');
});

test('a client that wants no page is told what it would have taken', async () => {
  const nobody = await fetch(ask({ prompt: 'none' }), { redirect: 'manual' });
  const stranger = await fetch(ask({ prompt: 'none', login_hint: ben }), { redirect: 'manual' });

  expect(nobody.headers.get('location')).toContain('error=interaction_required');
  expect(stranger.headers.get('location')).toContain('error=consent_required');
});

test('scopes granted earlier come along when the client asks for them', async () => {
  await signIn(rig.google, { address: anna }, { scope: [listScope] });

  const alone = await signIn(rig.google, { address: anna }, { scope: [eventsScope] });
  const together = await signIn(
    rig.google,
    { address: anna },
    { scope: [eventsScope], include_granted_scopes: true },
  );

  expect(alone.scope).toBe(eventsScope);
  expect(together.scope?.split(' ').sort()).toEqual([listScope, eventsScope].sort());
});

test.each([
  ['an unknown client', { client_id: 'nobody' }, 401, 'invalid_client'],
  ['a foreign redirect', { redirect_uri: `${redirectUri}/` }, 400, 'redirect_uri_mismatch'],
  ['an unknown scope', { scope: 'everything' }, 400, 'invalid_scope'],
  ['a missing redirect', { redirect_uri: '' }, 400, 'invalid_request'],
  ['another flow', { response_type: 'token' }, 400, 'unsupported_response_type'],
  [
    'a plain challenge',
    { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' },
    400,
    'invalid_request',
  ],
])('%s is refused on a page, not at the redirect', async (_case, asked, status, error) => {
  const url = new URL(ask());
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);

  const response = await fetch(url, { redirect: 'manual' });

  expect(response.status).toBe(status);
  expect(await response.text()).toContain(error);
});

test('what a client is called and asks is shown as text, never as markup', async () => {
  const url = new URL(ask());
  url.searchParams.set('scope', '<script>alert(1)</script>');

  const page = await (await fetch(url)).text();

  expect(page).not.toContain('<script>');
});
