import { createSign, generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startScriptedGoogle, type ScriptedGoogle } from './scripted-google.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strangers = generateKeyPairSync('rsa', { modulusLength: 2048 });
const jwk = { ...keys.publicKey.export({ format: 'jwk' }), kid: 'k1', alg: 'RS256', use: 'sig' };

let scripted: ScriptedGoogle;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
  scripted.answer('/oauth2/v3/certs', { status: 200, body: { keys: [jwk] } });
});
afterEach(() => scripted.close());

// The library compares an identity's times with the machine's clock.
const seconds = () => Math.floor(Date.now() / 1000);

const claims = () => ({
  iss: scripted.origin,
  aud: 'client',
  sub: '10769150350006150715113082367',
  email: 'mira@example.com',
  email_verified: true,
  hd: 'example.com',
  name: 'Mira Example',
  iat: seconds(),
  exp: seconds() + 3600,
});

function idToken(change: object = {}, signer = keys.privateKey): string {
  const head = Buffer.from(JSON.stringify({ alg: 'RS256', kid: 'k1' })).toString('base64url');
  const body = Buffer.from(JSON.stringify({ ...claims(), ...change })).toString('base64url');
  const signature = createSign('RSA-SHA256').update(`${head}.${body}`).sign(signer, 'base64url');
  return `${head}.${body}.${signature}`;
}

function grant(change: object = {}): void {
  const body = { access_token: 'a', refresh_token: 'r', expires_in: 3600, id_token: idToken() };
  scripted.answer('/token', { status: 200, body: { ...body, scope: 'openid email', ...change } });
}

test('the consent page is asked for all scopes, a lasting permission, and a proof of the code', () => {
  const url = new URL(
    scripted.google.authorizationUrl({ state: 's', codeChallenge: 'c', prompt: 'consent' }),
  );

  expect(`${url.origin}${url.pathname}`).toBe(`${scripted.origin}/o/oauth2/v2/auth`);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    access_type: 'offline',
    include_granted_scopes: 'true',
    scope: ['openid', 'email', 'profile', ...scripted.google.neededScopes].join(' '),
    state: 's',
    prompt: 'consent',
    code_challenge: 'c',
    code_challenge_method: 'S256',
    response_type: 'code',
    client_id: 'client',
    redirect_uri: 'http://localhost/auth/google/callback',
  });
});

test('a code gives the identity, the refresh token and the scopes that were ticked', async () => {
  grant();

  const granted = await scripted.google.exchangeCode('code', 'verifier');

  expect(granted).toEqual({
    identity: {
      subject: '10769150350006150715113082367',
      email: 'mira@example.com',
      isEmailVerified: true,
      hostedDomain: 'example.com',
      name: 'Mira Example',
    },
    refreshToken: 'r',
    refreshTokenSeconds: null,
    scopes: ['openid', 'email'],
  });
  expect(scripted.bodies[0]).toContain('code_verifier=verifier');
});

test.each<[string, () => string]>([
  ['signed by a stranger', () => idToken({}, strangers.privateKey)],
  ['made for another client', () => idToken({ aud: 'another' })],
  ['of another issuer', () => idToken({ iss: 'https://accounts.example.com' })],
  ['that has expired', () => idToken({ iat: seconds() - 7200, exp: seconds() - 3600 })],
  ['that is none', () => 'nonsense'],
])('an identity %s is refused, and its token not repeated', async (_what, make) => {
  const token = make();
  grant({ id_token: token });

  const failure: unknown = await scripted.google
    .exchangeCode('code', 'verifier')
    .catch((error: unknown) => error);

  expect(failure).toMatchObject({ name: 'GoogleFailure', code: 'invalid' });
  expect(String(failure)).not.toContain(token);
});

test('a code that was used already is a sign-in to begin again', async () => {
  scripted.answer('/token', { status: 400, body: { error: 'invalid_grant' } });

  const granted = scripted.google.exchangeCode('code', 'verifier');

  await expect(granted).rejects.toMatchObject({ code: 'invalid' });
});

test('without keys to prove an identity by, there is no answer', async () => {
  grant();
  scripted.answer('/oauth2/v3/certs', { status: 200, body: '<html>Welcome</html>' });

  const granted = scripted.google.exchangeCode('code', 'verifier');

  await expect(granted).rejects.toMatchObject({ code: 'unavailable' });
});
