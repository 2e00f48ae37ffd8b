import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { EventDraft } from '../../src/google/google.ts';
import { refusal, startScriptedGoogle, type ScriptedGoogle } from './scripted-google.ts';

const access = { accountId: 'account', refreshToken: 'refresh' };
const event = { id: 'e', etag: '"1"', status: 'confirmed' };
const eventPath = '/calendar/v3/calendars/c/events/e';
const insertPath = '/calendar/v3/calendars/c/events';

const draft: EventDraft = {
  id: 'e',
  title: 'Visit',
  description: '',
  startsAt: new Date('2026-03-02T10:00:00Z'),
  endsAt: new Date('2026-03-02T10:30:00Z'),
  timeZone: 'Europe/Berlin',
  location: null,
  guest: { email: 'guest@example.com', name: 'Guest' },
  bookingId: 'b',
  revision: 1,
};

let scripted: ScriptedGoogle;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
});
afterEach(() => scripted.close());

const callsOf = (path: string) => scripted.requests.filter((request) => request.endsWith(path));

test('a read that failed in passing is asked once more', async () => {
  scripted.answer(eventPath, refusal(503, 'backendError'), { status: 200, body: event });

  const read = await scripted.google.getEvent(access, 'c', 'e');

  expect(read.id).toBe('e');
  expect(callsOf(eventPath)).toHaveLength(2);
});

test('a read that keeps failing is asked twice and no more', async () => {
  scripted.answer(eventPath, refusal(503, 'backendError'));

  const read = scripted.google.getEvent(access, 'c', 'e');

  await expect(read).rejects.toMatchObject({ code: 'unavailable' });
  expect(callsOf(eventPath)).toHaveLength(2);
});

test('a write is asked once', async () => {
  scripted.answer(insertPath, refusal(503, 'backendError'));

  const written = scripted.google.insertEvent(access, 'c', draft);

  await expect(written).rejects.toMatchObject({ code: 'unavailable' });
  expect(callsOf(insertPath)).toHaveLength(1);
});

test('calls that wait for a fresh token share one refresh', async () => {
  scripted.answer(eventPath, { status: 200, body: event });

  await Promise.all([1, 2, 3, 4, 5].map(() => scripted.google.getEvent(access, 'c', 'e')));

  expect(callsOf('/token')).toHaveLength(1);
});

test('a token that Google refuses before its time is refreshed once', async () => {
  scripted.answer(eventPath, refusal(401, 'authError'), { status: 200, body: event });

  const read = await scripted.google.getEvent(access, 'c', 'e');

  expect(read.id).toBe('e');
  expect(callsOf('/token')).toHaveLength(2);
});

test.each(['rateLimitExceeded', 'forbiddenForNonOrganizer'])(
  'what is forbidden (%s) is asked once, and no token is refreshed for it',
  async (reason) => {
    scripted.answer(insertPath, refusal(403, reason));

    await expect(scripted.google.insertEvent(access, 'c', draft)).rejects.toBeDefined();

    expect(callsOf(insertPath)).toHaveLength(1);
    expect(callsOf('/token')).toHaveLength(1);
  },
);

test('a refresh that fails is not repeated by the library', async () => {
  scripted.answer('/token', { status: 400, body: { error: 'invalid_grant' } });

  await expect(scripted.google.getEvent(access, 'c', 'e')).rejects.toMatchObject({
    code: 'needs_reconnect',
  });

  expect(callsOf('/token')).toHaveLength(1);
});

test('a new refresh token of an account replaces the one before', async () => {
  scripted.answer(eventPath, { status: 200, body: event });
  await scripted.google.getEvent(access, 'c', 'e');

  await scripted.google.getEvent({ ...access, refreshToken: 'another' }, 'c', 'e');

  expect(scripted.bodies.filter((body) => body.includes('refresh_token=another'))).toHaveLength(1);
});
