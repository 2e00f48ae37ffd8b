// What the doctor finds of connected accounts: one that is well, and every way in which Google lets nobody in.
import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { checkAccounts } from '../../src/doctor/check-accounts.ts';
import { checkCalendars } from '../../src/doctor/check-calendars.ts';
import { checkChoices } from '../../src/doctor/check-choices.ts';
import { checkScopes } from '../../src/doctor/check-scopes.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import type { Ground } from '../../src/doctor/ground.ts';
import { removeCalendar } from '../../src/sandbox/google/people/calendars.ts';
import { createSeal } from '../../src/secrets/seal.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { groundOf } from './patient.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterEach(async () => {
  service.google.faults.clear();
  service.clock.set(monday);
  await service.parts.database.query(sql`delete from organisers`);
});

afterAll(() => service.close());

const days = (count: number) => count * 86_400_000;

test('an account that is well is told of in four lines', async () => {
  await makeOrganiser(service);

  expect(await examine()).toEqual([
    { level: 'ok', says: 'Google lets us in: 1 of 1 account.' },
    { level: 'ok', says: 'Every account allows all that is needed.' },
    { level: 'ok', says: 'Calendars in use that Google answers for: 1 of 1.' },
    { level: 'ok', says: 'Every organiser has chosen calendars.' },
  ]);
});

test('one account that was withdrawn is named, and hides nothing of the others', async () => {
  const { email } = await makeOrganiser(service);
  await makeOrganiser(service);
  service.google.oauth.revokeGrant(email);

  const findings = await examine();

  expect(findings).toContainEqual({ level: 'ok', says: 'Google lets us in: 1 of 2 accounts.' });
  expect(faultsIn(findings)).toEqual([
    {
      level: 'fault',
      says: `Google no longer lets us in for ${email}: the permission was withdrawn, or it has ended.`,
      mend: expect.stringContaining('/organiser/calendars'),
    },
  ]);
});

test('a permission that ends because the app is in Testing is named before it does', async () => {
  const { accountId } = await makeOrganiser(service);
  const endsAt = new Date(service.clock().getTime() + days(7));
  await service.parts.database.query(
    sql`update google_accounts set refresh_token_ends_at = ${endsAt} where id = ${accountId}`,
  );

  const findings = await examine();

  expect(findings).toContainEqual({
    level: 'note',
    says: expect.stringMatching(/in 7\.0 days.*Testing/),
    mend: expect.stringContaining('Publish app'),
  });
});

test('a permission that was over after seven days is put down to Testing, and one that was over sooner is not', async () => {
  const made = await makeOrganiser(service);
  service.google.oauth.revokeGrant(made.email);
  await lastSeenAlive(made, days(2));

  service.clock.advance(days(3));
  const early = await checkAccounts(groundOf(service));
  await lastSeenAlive(made, days(6.9));
  service.clock.advance(days(4.1));
  const late = await checkAccounts(groundOf(service));

  expect(early).toEqual([expect.objectContaining({ says: expect.stringContaining('withdrawn') })]);
  expect(late).toEqual([
    {
      level: 'fault',
      says: expect.stringMatching(/about seven days.*Testing/),
      mend: expect.stringContaining('Publish app'),
    },
  ]);
});

test('tokens that were sealed with another SECRET_KEY are told of as such', async () => {
  await makeOrganiser(service);

  const findings = await examine({ seal: createSeal(randomBytes(32)) });

  expect(faultsIn(findings)).toEqual([
    expect.objectContaining({ says: expect.stringContaining('another SECRET_KEY') }),
  ]);
});

test('a box that was left out at Google’s page is named', async () => {
  const { accountId, email } = await makeOrganiser(service);
  await service.parts.database.query(sql`
    update google_accounts set scopes = array_remove(scopes, 'https://www.googleapis.com/auth/calendar.events.owned')
    where id = ${accountId}`);

  const findings = await examine();

  expect(faultsIn(findings)).toEqual([
    {
      level: 'fault',
      says: expect.stringMatching(`${email} does not allow: .*calendar\\.events\\.owned`),
      mend: expect.stringContaining('every box ticked'),
    },
  ]);
});

test('a Google that is silent or slows us down is no reason to connect again', async () => {
  const { email } = await makeOrganiser(service);
  service.google.faults.add({
    method: 'calendar.calendarList.list',
    fault: 'serviceUnavailable',
    times: 'until_cleared',
  });

  const findings = await checkAccounts(groundOf(service));

  expect(findings).toEqual([
    {
      level: 'fault',
      says: `${email} cannot be looked at: Google did not answer.`,
      mend: expect.not.stringContaining('connected again'),
    },
  ]);
});

test('a calendar that is gone is named, whether it makes busy or takes bookings', async () => {
  const { email, organiser } = await makeOrganiser(service);
  const { database } = service.parts;
  const insert = async (id: string, isTicked: boolean) => {
    service.google.world.addCalendar({ id, owner: email, summary: id });
    const [row] = await database.query<{ id: string }>(sql`
      insert into calendars (organiser_id, google_account_id, google_calendar_id, title, time_zone, access_role,
        is_primary, counts_as_busy)
      select organiser_id, google_account_id, ${id}, ${id}, time_zone, access_role, false, ${isTicked} from calendars
      where organiser_id = ${organiser.id} and is_primary
      returning id`);
    return row!.id;
  };
  await insert('family@group.example.com', true);
  const bookings = await insert('practice@group.example.com', false);
  await database.query(sql`update organisers set booking_calendar_id = ${bookings}`);
  removeCalendar(service.google.world, 'family@group.example.com');
  removeCalendar(service.google.world, 'practice@group.example.com');

  const findings = await checkCalendars(groundOf(service));

  expect(findings.map(({ says }) => says)).toEqual([
    'Calendars in use that Google answers for: 1 of 3.',
    expect.stringMatching(/family.*cannot be read \(notFound\)/),
    expect.stringMatching(/practice.*takes bookings.*does not have it any more/),
  ]);
});

test('an organiser without a calendar for bookings, or without one that makes busy, is named', async () => {
  const { organiser } = await makeOrganiser(service);
  await service.parts.database.query(sql`update organisers set booking_calendar_id = null`);
  await service.parts.database.query(sql`update calendars set counts_as_busy = false`);

  const findings = await checkChoices(groundOf(service));

  expect(findings).toEqual([
    {
      level: 'fault',
      says: expect.stringMatching(`${organiser.handle}: no calendar makes them busy`),
      mend: expect.stringContaining('/organiser/calendars'),
    },
    {
      level: 'fault',
      says: expect.stringMatching(`${organiser.handle}: their bookings have no calendar`),
      mend: expect.stringContaining('/organiser/calendars'),
    },
  ]);
});

async function examine(wishes: Partial<Ground> = {}): Promise<Finding[]> {
  const ground = groundOf(service, wishes);
  const findings: Finding[] = [];
  for (const check of [checkAccounts, checkScopes, checkCalendars, checkChoices])
    findings.push(...(await check(ground)));
  return findings;
}

function faultsIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ level }) => level === 'fault');
}

async function lastSeenAlive({ accountId }: MadeOrganiser, afterMs: number): Promise<void> {
  const at = new Date(Date.parse(monday) + afterMs);
  await service.parts.database.query(
    sql`update google_accounts set last_success_at = ${at} where id = ${accountId}`,
  );
}
