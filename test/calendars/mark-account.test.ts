import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { listAccounts } from '../../src/calendars/account-queries.ts';
import type { Account } from '../../src/calendars/calendar.ts';
import { accessOf, markFailure } from '../../src/calendars/mark-account.ts';
import { sql } from '../../src/database/sql.ts';
import { GoogleFailure, type GoogleFailureCode } from '../../src/google/google-failure.ts';
import { startScriptedGoogle, type ScriptedGoogle } from '../google/scripted-google.ts';
import { openRoom, type CalendarRoom } from './calendar-room.ts';

let scripted: ScriptedGoogle;
let room: CalendarRoom;
beforeEach(async () => {
  scripted = await startScriptedGoogle();
  room = await openRoom(scripted.google);
});
afterEach(async () => {
  await room.close();
  await scripted.close();
});

async function theAccount(): Promise<Account> {
  const [account] = await listAccounts(room.parts.database, room.organiserId);
  return account!;
}

const mark = (account: Account, code: GoogleFailureCode) =>
  markFailure(room.parts, account, new GoogleFailure(code, 'no'));

test.each<[GoogleFailureCode, Account['state']]>([
  ['needs_reconnect', 'needs_reconnect'],
  ['missing_scope', 'needs_reconnect'],
  ['unavailable', 'connected'],
  ['misconfigured', 'connected'],
  ['not_found', 'connected'],
])('after %s the account is %s', async (code, state) => {
  const account = await theAccount();

  await mark(account, code);

  expect((await theAccount()).state).toBe(state);
});

test('of several calls that meet a revoked account, one tells the organiser', async () => {
  const account = await theAccount();

  await Promise.all([1, 2, 3, 4].map(() => mark(account, 'needs_reconnect')));

  expect(await room.listJobs()).toHaveLength(1);
});

test('a late refusal of an old token does not disturb an account that was connected again', async () => {
  const account = await theAccount();
  await room.parts.database.query(sql`update google_accounts set refresh_token_sealed = 'new'`);

  await mark(account, 'needs_reconnect');

  expect((await theAccount()).state).toBe('connected');
});

test('a token sealed with another SECRET_KEY is the deployment’s fault, not the organiser’s', async () => {
  const account = { ...(await theAccount()), refreshTokenSealed: Buffer.alloc(64) };

  expect(() => accessOf(room.parts, account)).toThrow(
    expect.objectContaining({ code: 'misconfigured' }),
  );
});
