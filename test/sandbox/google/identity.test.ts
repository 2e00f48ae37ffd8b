// Who the sandbox Google says that somebody is.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { anna, ben, client, listScope, oauthClient, signIn, startRig, type Rig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig();
});
afterEach(() => rig.google.close());

const payloadOf = async (idToken: string) => {
  const oauth = oauthClient(rig.google);
  return (await oauth.verifyIdToken({ idToken, audience: client.id })).getPayload();
};

test('an identity is signed by the published key and names a Workspace account’s domain', async () => {
  const tokens = await signIn(rig.google, { address: anna }, { nonce: 'n-1' });

  expect(await payloadOf(tokens.id_token!)).toMatchObject({
    iss: 'https://accounts.google.com',
    aud: client.id,
    sub: rig.google.world.state.accounts[anna]!.sub,
    email: anna,
    email_verified: true,
    name: 'Anna Ackermann',
    given_name: 'Anna',
    family_name: 'Ackermann',
    hd: 'example.com',
    nonce: 'n-1',
  });
});

test('the key is published as JWKS, too', async () => {
  const { id_token: idToken } = await signIn(rig.google, { address: anna });
  const [header] = idToken!.split('.');
  const { kid } = JSON.parse(Buffer.from(header!, 'base64url').toString()) as { kid: string };

  const response = await fetch(`${rig.google.baseUrl}/oauth2/v3/certs`);

  expect(await response.json()).toMatchObject({ keys: [{ kid, alg: 'RS256', kty: 'RSA' }] });
});

test('a consumer account has no domain, and a profile may know better', async () => {
  const consumer = await signIn(rig.google, { address: ben });
  rig.google.oauth.state.profiles[anna] = { isEmailVerified: false, hostedDomain: null };
  const unverified = await signIn(rig.google, { address: anna });

  expect(await payloadOf(consumer.id_token!)).not.toHaveProperty('hd');
  const claims = await payloadOf(unverified.id_token!);
  expect(claims).toMatchObject({ email_verified: false });
  expect(claims).not.toHaveProperty('hd');
});

test('an identity says no more than its scopes allow', async () => {
  const asked = { scope: ['openid', listScope] };
  const { id_token: idToken } = await signIn(rig.google, { address: anna }, asked);

  const claims = await payloadOf(idToken!);

  expect(claims).not.toHaveProperty('email');
  expect(claims).not.toHaveProperty('name');
});

test('tokeninfo and userinfo tell by bearer what a token is and whose', async () => {
  const { access_token: token } = await signIn(rig.google, { address: anna });
  const oauth = oauthClient(rig.google);
  const bearer = { headers: { authorization: `Bearer ${token}` } };

  const info = await oauth.getTokenInfo(token!);
  const user = await fetch(`${rig.google.baseUrl}/oauth2/v3/userinfo`, bearer);

  expect(info).toMatchObject({ aud: client.id, email: anna });
  expect(info.scopes).toContain(listScope);
  expect(await user.json()).toMatchObject({ email: anna, name: 'Anna Ackermann' });
});

test('of an unknown token nothing is told', async () => {
  const info = await fetch(`${rig.google.baseUrl}/tokeninfo?access_token=unknown`);
  const user = await fetch(`${rig.google.baseUrl}/oauth2/v3/userinfo`);

  expect([info.status, user.status]).toEqual([400, 401]);
});
