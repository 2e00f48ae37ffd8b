import { expect, test } from '@jest/globals';
import { packed } from '../../src/availability/intervals.ts';
import type { Mirror } from '../../src/calendars/calendar.ts';
import { pageMaxAgeMs, readMirrors } from '../../src/calendars/mirror.ts';

const now = new Date('2026-03-02T12:00:00Z');
const window = { from: new Date('2026-03-02T00:00:00Z'), to: new Date('2026-03-09T00:00:00Z') };

function mirror(change: Partial<Mirror> = {}): Mirror {
  return {
    accountState: 'connected',
    calendarId: 'a',
    busy: packed([[10, 20]]),
    covers: { from: new Date('2026-03-01T12:00:00Z'), to: new Date('2026-05-01T12:00:00Z') },
    checkedAt: new Date('2026-03-02T11:50:00Z'),
    error: null,
    ...change,
  };
}

const read = (...mirrors: Mirror[]) => readMirrors(mirrors, window, now, pageMaxAgeMs);

test('what is known of several calendars is as old as the oldest of them', () => {
  const other = mirror({
    calendarId: 'b',
    busy: packed([[15, 30]]),
    checkedAt: new Date('2026-03-02T11:46:00Z'),
  });

  const reading = read(mirror(), other);

  expect(reading).toEqual({
    is: 'known',
    calendars: [
      { calendarId: 'a', busy: packed([[10, 20]]) },
      { calendarId: 'b', busy: packed([[15, 30]]) },
    ],
    checkedAt: other.checkedAt,
  });
});

test.each<[string, Partial<Mirror>]>([
  ['15 minutes old', { checkedAt: new Date('2026-03-02T11:45:00Z') }],
  ['never filled', { checkedAt: null, covers: null }],
  ['in error', { error: 'notFound' }],
  ['not reaching as far', { covers: { from: window.from, to: new Date('2026-03-08T00:00:00Z') } }],
  ['beginning later', { covers: { from: new Date('2026-03-02T12:01:00Z'), to: window.to } }],
])('a mirror %s is not believed', (_what, change) => {
  const reading = read(mirror(), mirror(change));

  expect(reading.is).toBe('outdated');
});

test('time that is past need not be covered', () => {
  const reading = read(mirror({ covers: { from: now, to: window.to } }));

  expect(reading.is).toBe('known');
});

test('an account that needs reconnecting leaves everything unknown', () => {
  const reading = read(mirror(), mirror({ accountState: 'needs_reconnect', calendarId: null }));

  expect(reading.is).toBe('unknowable');
});

test('no account at all is unknown, not free', () => {
  const reading = read();

  expect(reading.is).toBe('unknowable');
});

test('with no calendar ticked in a connected account, nothing is busy', () => {
  const reading = read(mirror({ calendarId: null, checkedAt: null, covers: null }));

  expect(reading).toEqual({ is: 'known', calendars: [], checkedAt: now });
});
