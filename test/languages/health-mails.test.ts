// The mails and the words about Google's health, in the organiser's language.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Calendar } from '../../src/calendars/calendar-queries.ts';
import {
  reconnectMessage,
  unreadableMessage,
  worksAgainMessage,
} from '../../src/organisers/connections/health-mails.ts';
import { facts } from '../bookings/mail-facts.ts';
import { account, calendar } from '../organisers/health-makers.ts';
import { pretendToSpeak } from '../support/pseudo-language.ts';
import { unmarkedInMail } from './marked-mail.ts';

let stopPretending: () => void;

beforeAll(() => {
  stopPretending = pretendToSpeak('de');
});

afterAll(() => stopPretending());

const page = 'http://x/organiser/calendars';
const known = [page, 'Dr. Mira', 'mira@example.com', 'Team', 'Ward'];
const { organiser } = facts();

test.each([
  ['missing_scope', true],
  ['invalid_grant', true],
  ['invalid_grant', false],
])('an account that must be connected again: %s, in use: %s', (stateReason, isInUse) => {
  const broken = account({ state: 'needs_reconnect', stateReason });

  const mail = () => reconnectMessage(organiser, broken, isInUse, page);

  expect(unmarkedInMail(mail, known)).toEqual([]);
});

test.each<Partial<Calendar>[][]>([
  [[{ error: null }]],
  [[{ error: 'notFound', accessRole: 'owner' }]],
  [[{ error: 'notFound' }, { error: 'notFound', title: 'Ward' }]],
])('calendars that cannot be read: %j', (changes) => {
  const calendars = changes.map((change) => calendar({ failedAt: new Date(0), ...change }));

  const mail = () => unreadableMessage(organiser, calendars, page);

  expect(unmarkedInMail(mail, known)).toEqual([]);
});

test('all works again', () => {
  const mended = { accounts: [account()], calendars: [calendar()] };

  const mail = () => worksAgainMessage(organiser, mended, page);

  expect(unmarkedInMail(mail, known)).toEqual([]);
});
