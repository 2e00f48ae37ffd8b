import { expect, test } from '@jest/globals';
import { planChannels } from '../../../src/calendars/channels/channel-plan.ts';
import { type Channel, needsSuccessor } from '../../../src/calendars/channels/channel.ts';

const address = 'https://book.example.com/google/notifications';
const now = new Date('2026-03-02T12:00:00Z');
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

function channel(id: string, change: Partial<Channel> = {}): Channel {
  const account = {
    id: 'account',
    organiserId: 'organiser',
    email: 'mira@example.com',
    state: 'connected' as const,
    refreshTokenSealed: null,
  };
  return {
    id,
    account,
    calendarId: 'a',
    address,
    resourceId: 'resource',
    openedAt: hours(-1),
    expiresAt: hours(167),
    backsOffUntil: null,
    ...change,
  };
}

function plan(wanted: string[], ...channels: Channel[]) {
  const calendars = wanted.map((calendarId) => ({ calendarId }));
  const { open, stop } = planChannels(calendars, channels, { address, now });
  return { open: open.map(({ calendarId }) => calendarId), stop: stop.map(({ id }) => id) };
}

test.each<[string, string[], Channel[], { open: string[]; stop: string[] }]>([
  ['a calendar without a channel gets one', ['a'], [], { open: ['a'], stop: [] }],
  ['a calendar with one is left', ['a'], [channel('1')], { open: [], stop: [] }],
  ['what is not wanted any more is stopped', [], [channel('1')], { open: [], stop: ['1'] }],
  [
    'what watches a calendar that is gone is stopped',
    ['a'],
    [channel('1'), channel('2', { calendarId: null })],
    { open: [], stop: ['2'] },
  ],
  [
    'a channel that ends soon stays until its successor is open',
    ['a'],
    [channel('1', { openedAt: hours(-130), expiresAt: hours(38) })],
    { open: ['a'], stop: [] },
  ],
  [
    'and goes then',
    ['a'],
    [channel('1', { openedAt: hours(-130), expiresAt: hours(38) }), channel('2')],
    { open: [], stop: ['1'] },
  ],
  [
    'of two the one that lasts longer stays',
    ['a'],
    [channel('1'), channel('2', { expiresAt: hours(168) })],
    { open: [], stop: ['1'] },
  ],
  [
    'a channel whose answer is awaited will do',
    ['a'],
    [channel('1', { resourceId: null, openedAt: hours(-0.03) })],
    { open: [], stop: [] },
  ],
  [
    'one that never came is given up, and cannot be stopped',
    ['a'],
    [channel('1', { resourceId: null, openedAt: hours(-0.04) })],
    { open: ['a'], stop: [] },
  ],
  [
    'a channel to an address that was ours serves nobody',
    ['a'],
    [channel('1', { address: 'https://old.example.com/google/notifications' })],
    { open: ['a'], stop: ['1'] },
  ],
  [
    'a channel that is over is replaced, and need not be stopped',
    ['a'],
    [channel('1', { expiresAt: now })],
    { open: ['a'], stop: [] },
  ],
])('%s', (_what, wanted, channels, expected) => {
  expect(plan(wanted, ...channels)).toEqual(expected);
});

test('a channel of an hour needs its successor in its last quarter, as one of a week does', () => {
  const ofAnHour = { openedAt: hours(0), expiresAt: hours(1) };
  const ofAWeek = { openedAt: hours(0), expiresAt: hours(168) };

  expect(needsSuccessor(channel('1', ofAnHour), hours(0.74))).toBe(false);
  expect(needsSuccessor(channel('1', ofAnHour), hours(0.75))).toBe(true);
  expect(needsSuccessor(channel('1', ofAWeek), hours(125))).toBe(false);
  expect(needsSuccessor(channel('1', ofAWeek), hours(126))).toBe(true);
});
