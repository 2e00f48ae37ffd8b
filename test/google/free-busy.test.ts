import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { packed, packedInstants } from '../../src/availability/intervals.ts';
import { startScriptedGoogle, type ScriptedGoogle } from './scripted-google.ts';

const access = { accountId: 'account', refreshToken: 'refresh' };
const path = '/calendar/v3/freeBusy';
const period = { from: new Date('2026-03-02T00:00:00Z'), to: new Date('2026-03-03T00:00:00Z') };

let scripted: ScriptedGoogle;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
});
afterEach(() => scripted.close());

async function askFor(entry: unknown) {
  scripted.answer(path, { status: 200, body: { calendars: { c: entry } } });
  const request = { googleCalendarIds: ['c'], ...period, timeoutMs: 1000 };
  const answers = await scripted.google.queryBusy(access, request);
  return answers.get('c');
}

test('busy periods are merged and sorted, whatever offset and order they come in', async () => {
  const answer = await askFor({
    busy: [
      { start: '2026-03-02T13:00:00+01:00', end: '2026-03-02T14:00:00+01:00' },
      { start: '2026-03-02T09:00:00Z', end: '2026-03-02T10:00:00Z' },
      { start: '2026-03-02T09:30:00Z', end: '2026-03-02T10:15:30Z' },
    ],
  });

  expect(answer).toEqual({
    busy: packedInstants([
      { start: new Date('2026-03-02T09:00:00Z'), end: new Date('2026-03-02T10:16:00Z') },
      { start: new Date('2026-03-02T12:00:00Z'), end: new Date('2026-03-02T13:00:00Z') },
    ]),
  });
});

test('a calendar with nothing in it is free', async () => {
  const answer = await askFor({ busy: [] });

  expect(answer).toEqual({ busy: packed([]) });
});

test.each<[string, unknown, string]>([
  ['in error', { errors: [{ domain: 'global', reason: 'notFound' }], busy: [] }, 'notFound'],
  ['with an error of no reason', { errors: [{}], busy: [] }, 'error'],
  ['left out of the reply', undefined, 'missing'],
  ['without a list', {}, 'missing'],
  ['with a date that is none', { busy: [{ start: 'soon', end: 'later' }] }, 'malformed'],
  ['with half a period', { busy: [{ start: '2026-03-02T09:00:00Z' }] }, 'malformed'],
  ['with a whole day', { busy: [{ start: '2026-03-02', end: '2026-03-03' }] }, 'malformed'],
  ['with nothing for a period', { busy: [null] }, 'malformed'],
  [
    'with a period that ends before it begins',
    { busy: [{ start: '2026-03-02T10:00:00Z', end: '2026-03-02T09:00:00Z' }] },
    'malformed',
  ],
])('a calendar %s is unknown, not free', async (_what, entry, unknown) => {
  const answer = await askFor(entry);

  expect(answer).toEqual({ unknown });
});

test('when one part of a long range is unknown, all of it is', async () => {
  scripted.answer(
    path,
    { status: 200, body: { calendars: { c: { busy: [] } } } },
    { status: 200, body: { calendars: {} } },
  );
  const to = new Date('2026-07-01T00:00:00Z');
  const request = { googleCalendarIds: ['c'], from: period.from, to, timeoutMs: 1000 };

  const answers = await scripted.google.queryBusy(access, request);

  expect(answers.get('c')).toEqual({ unknown: 'missing' });
});

test('a reply without calendars fails the whole question', async () => {
  scripted.answer(path, { status: 200, body: {} });
  const request = { googleCalendarIds: ['c'], ...period, timeoutMs: 1000 };

  const answers = scripted.google.queryBusy(access, request);

  await expect(answers).rejects.toMatchObject({ code: 'unavailable' });
});
