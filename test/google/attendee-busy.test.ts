import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { refusal, type ScriptedGoogle, startScriptedGoogle } from './scripted-google.ts';

let scripted: ScriptedGoogle;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
});
afterEach(() => scripted.close());

const scope = 'https://www.googleapis.com/auth/calendar.freebusy';
const token = { access_token: 'once', expires_in: 3600, scope };
const question = {
  code: 'code',
  codeVerifier: 'verifier',
  from: new Date('2026-11-23T08:00:00Z'),
  to: new Date('2026-12-23T08:00:00Z'),
};

function answerBusy(calendar: object): void {
  scripted.answer('/token', { status: 200, body: token });
  scripted.answer('/calendar/v3/freeBusy', {
    status: 200,
    body: { calendars: { primary: calendar } },
  });
}

test('the code is proven, the primary calendar asked, and nothing else', async () => {
  answerBusy({ busy: [{ start: '2026-11-24T10:00:00Z', end: '2026-11-24T11:00:00Z' }] });

  const answer = await scripted.google.readAttendeeBusy(question);

  const start = Date.parse('2026-11-24T10:00:00Z') / 60_000;
  expect(answer).toEqual({ busy: Int32Array.of(start, start + 60) });
  expect(scripted.requests).toEqual(['POST /token', 'POST /calendar/v3/freeBusy']);
  expect(scripted.bodies[0]).toContain('code_verifier=verifier');
});

test('a calendar in errors is unknown, not free', async () => {
  answerBusy({ errors: [{ domain: 'global', reason: 'notFound' }], busy: [] });

  expect(await scripted.google.readAttendeeBusy(question)).toEqual({ unknown: 'notFound' });
});

test.each([
  ['another scope', { ...token, scope: 'openid' }, 'missing_scope'],
  ['a wider scope alone', { ...token, scope: `${scope}.more` }, 'missing_scope'],
  ['no token', { token_type: 'Bearer' }, 'unavailable'],
])('%s in the reply ends it before any calendar is asked', async (_, body, code) => {
  scripted.answer('/token', { status: 200, body });

  await expect(scripted.google.readAttendeeBusy(question)).rejects.toMatchObject({ code });
  expect(scripted.requests).toEqual(['POST /token']);
});

test('a reply that names no scopes granted what was asked', async () => {
  answerBusy({ busy: [] });
  const { scope: _, ...unnamed } = token;
  scripted.answer('/token', { status: 200, body: unnamed });

  expect(await scripted.google.readAttendeeBusy(question)).toEqual({ busy: new Int32Array() });
});

test('a token that Google does not take is not asked for anew', async () => {
  answerBusy({});
  scripted.answer('/calendar/v3/freeBusy', refusal(401, 'authError'));

  await expect(scripted.google.readAttendeeBusy(question)).rejects.toMatchObject({
    code: 'needs_reconnect',
  });
  expect(scripted.requests).toEqual(['POST /token', 'POST /calendar/v3/freeBusy']);
});
