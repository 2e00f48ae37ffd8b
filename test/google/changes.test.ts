import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { refusal, startScriptedGoogle, type ScriptedGoogle } from './scripted-google.ts';

const access = { accountId: 'account', refreshToken: 'refresh' };
const path = '/calendar/v3/calendars/c/events';
const event = { id: 'e', etag: '"1"', status: 'confirmed' };

let scripted: ScriptedGoogle;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
});
afterEach(() => scripted.close());

const list = (syncToken: string | null = 'token') =>
  scripted.google.listChanges(access, 'c', { syncToken, timeoutMs: 5000 });

const page = (body: object) => ({ status: 200, body });

test('pages are read to the last, empty ones too, and the token comes with it', async () => {
  scripted.answer(
    path,
    page({ items: [], nextPageToken: 'p2' }),
    page({ items: [event], nextPageToken: 'p3' }),
    page({ items: [], nextSyncToken: 'next' }),
  );

  const changes = await list();

  expect(changes.events.map(({ id }) => id)).toEqual(['e']);
  expect(changes.nextSyncToken).toBe('next');
});

test('a deleted event of which only the id is told is a deleted event', async () => {
  const items = [{ id: 'e', status: 'cancelled' }];
  scripted.answer(path, page({ items, nextSyncToken: 'next' }));

  const { events } = await list();

  expect(events).toMatchObject([{ id: 'e', status: 'cancelled', updatedAt: null }]);
});

test('a last page without a token is no answer', async () => {
  scripted.answer(path, page({ items: [event] }));

  const changes = list();

  await expect(changes).rejects.toMatchObject({ code: 'unavailable' });
});

test('a token that serves no more is told as that, also between two pages', async () => {
  scripted.answer(path, page({ items: [], nextPageToken: 'p2' }), refusal(410, 'fullSyncRequired'));

  const changes = list();

  await expect(changes).rejects.toMatchObject({ code: 'full_sync_required' });
});
