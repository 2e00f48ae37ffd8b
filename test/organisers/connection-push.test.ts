import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pushWords } from '../../src/organisers/connections/connection-facts.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';
import { openConnectionDesk, textOf } from './connection-desk.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService({ push: true });
});

afterAll(() => service.close());

test('Google falls silent before its permission is given back', async () => {
  const desk = await openConnectionDesk(service);
  await until(() => openChannels(desk.email) === 1, 'the calendar is watched');

  await desk.disconnect(desk.email);

  expect(openChannels(desk.email)).toBe(0);
});

test('the page says until when Google tells of changes by itself', async () => {
  const desk = await openConnectionDesk(service);
  await until(() => openChannels(desk.email) === 1, 'the calendar is watched');

  const page = await desk.visitor.open('/organiser/calendars');

  expect(textOf(page)).toContain('Google tells us of changes at once, until 30 November');
});

const until30 = { state: 'open', expiresAt: new Date('2026-11-30T09:00:00Z') } as const;
const refused = { state: 'refused', expiresAt: null } as const;

test.each([
  ['cannot be reached by Google, so we look every 5 minutes', false, []],
  ['is asked to tell us of changes; meanwhile we look every 5 minutes', true, []],
  ['until 30 November at 09:00; that is renewed by itself', true, [until30]],
  ['At one calendar we look every 5 minutes', true, [until30, refused]],
] as const)('how changes reach us: %s', (words, isPushPossible, states) => {
  const channels = states.map((each) => ({ ...each, calendarId: 'a', toldAt: null, error: null }));

  const said = pushWords({ isPushPossible, pollSeconds: 300, channels }, 'UTC');

  expect(said).toContain(words);
});

function openChannels(address: string): number {
  const { channels } = service.google.world.state;
  return channels.filter(({ account, stoppedAt }) => account === address && !stoppedAt).length;
}
