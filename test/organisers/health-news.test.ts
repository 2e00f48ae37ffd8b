import { expect, test } from '@jest/globals';
import type { Calendar } from '../../src/calendars/calendar-queries.ts';
import type { GoogleAccount } from '../../src/organisers/connections/google-account.ts';
import { findNews } from '../../src/organisers/connections/health-news.ts';
import type { Organiser } from '../../src/organisers/organiser.ts';
import { account, calendar, minutesAgo, now } from './health-makers.ts';

const organiser = { id: 'organiser' } as Organiser;
const newsOf = (accounts: GoogleAccount[], calendars: Calendar[] = []) =>
  findNews({ organiser, accounts, calendars }, now);

test.each<[string, number, Partial<Calendar>]>([
  ['that is read', 0, {}],
  ['that Google no longer shows', 1, { failedAt: now, error: 'notFound' }],
  [
    'with trouble for 14 minutes',
    0,
    { failedAt: now, error: 'internalError', checkedAt: minutesAgo(14) },
  ],
  [
    'with trouble for 15 minutes',
    1,
    { failedAt: now, error: 'internalError', checkedAt: minutesAgo(15) },
  ],
  ['unanswered for 59 minutes', 0, { failedAt: now, checkedAt: minutesAgo(59) }],
  ['unanswered for an hour', 1, { failedAt: now, checkedAt: minutesAgo(60) }],
  [
    'that was told of already',
    0,
    { failedAt: now, error: 'notFound', toldUnreadableAt: minutesAgo(5) },
  ],
  ['that is not ticked', 0, { failedAt: now, error: 'notFound', countsAsBusy: false }],
])('a calendar %s makes %i news', (_what, count, change) => {
  const news = newsOf([account()], [calendar(change)]);

  expect(news.unreadable).toHaveLength(count);
  expect(news.readable).toEqual([]);
});

test('a calendar of an account that must be connected again is no news of its own', () => {
  const broken = account({ state: 'needs_reconnect' });

  const news = newsOf([broken], [calendar({ failedAt: now, error: 'notFound' })]);

  expect(news).toMatchObject({ broken: [{ id: 'account' }], unreadable: [] });
});

test.each<[string, Partial<GoogleAccount>, 'broken' | 'mended' | null]>([
  ['lost', { state: 'needs_reconnect' }, 'broken'],
  ['lost and told of', { state: 'needs_reconnect', toldBrokenAt: minutesAgo(5) }, null],
  ['back after it was told of', { toldBrokenAt: minutesAgo(5) }, 'mended'],
  ['well all the time', {}, null],
])('an account that is %s', (_what, change, kind) => {
  const news = newsOf([account(change)]);

  expect(news.broken).toHaveLength(kind === 'broken' ? 1 : 0);
  expect(news.mended).toHaveLength(kind === 'mended' ? 1 : 0);
});

test('a calendar that is read again, or not asked for any more, is told apart', () => {
  const told = { toldUnreadableAt: minutesAgo(5) };

  const news = newsOf(
    [account()],
    [calendar({ id: 'read', ...told }), calendar({ id: 'unticked', countsAsBusy: false, ...told })],
  );

  expect(news).toMatchObject({ readable: [{ id: 'read' }], untold: [{ id: 'unticked' }] });
});
