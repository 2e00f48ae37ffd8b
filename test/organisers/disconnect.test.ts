import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { listAccounts } from '../../src/calendars/account-queries.ts';
import { sql } from '../../src/database/sql.ts';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';
import { apiClient, call } from './api-client.ts';
import { addPerson, type ConnectionDesk, openConnectionDesk, textOf } from './connection-desk.ts';

/** A mail about a booking waits for Google's event for as long. */
const mailsWaitMs = 61_000;

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

test('nothing is disconnected before it is asked, and what will happen is said', async () => {
  const { desk, second } = await deskWithSecond();
  const { id } = await desk.accountOf(second);

  const page = await desk.visitor.open(`/organiser/calendars/accounts/${id}/disconnect`);

  expect(textOf(page)).toContain(`Disconnect ${second}?`);
  expect(textOf(page)).toContain('Its calendars make you busy no longer');
  expect(await desk.accountOf(second)).toMatchObject({ state: 'connected' });
});

test('disconnecting gives the permission back, erases the token and unticks; the other account goes on', async () => {
  const { desk, second } = await deskWithSecond();
  addEvent(service.google.world, second, {
    summary: 'Busy',
    start: new Date('2026-11-24T08:00:00Z'),
    end: new Date('2026-11-24T09:00:00Z'),
  });
  await desk.check(second);
  const before = await desk.slots();

  const shown = await desk.disconnect(second);
  const after = await desk.slots();

  expect(textOf(shown)).toContain(
    `${second} is disconnected, and Google’s permission is given back`,
  );
  expect(await storedTokens(desk)).toEqual([expect.any(Buffer), null]);
  expect(grantsOf(second)).toEqual([]);
  expect((await desk.connections()).calendars).toMatchObject([{ title: desk.email }]);
  expect([before.starts[0], after.starts[0]]).toEqual([
    expect.stringContaining('T09:00:00'),
    expect.stringContaining('T08:00:00'),
  ]);
});

test('where Google cannot be told, the token is erased all the same, and the organiser knows what to do', async () => {
  const { desk, second } = await deskWithSecond();
  service.google.faults.add({ method: 'oauth.revoke', fault: 'html_502', times: 9 });

  const shown = await desk.disconnect(second);
  service.google.faults.clear();

  expect(textOf(shown)).toContain('please remove this service yourself');
  expect(shown.text).toContain('https://myaccount.google.com/connections');
  expect(await storedTokens(desk)).toEqual([expect.any(Buffer), null]);
});

test('a permission that Google has withdrawn already needs not be removed there', async () => {
  const { desk, second } = await deskWithSecond();
  service.google.oauth.revokeGrant(second);

  const shown = await desk.disconnect(second);

  expect(textOf(shown)).toContain('Google’s permission is given back');
  expect(desk.subjects()).toEqual([]);
});

test('without a calendar to go to bookings are not offered, until one is chosen', async () => {
  const { desk, second } = await deskWithSecond();

  const shown = await desk.disconnect(desk.email, { booking: '' });
  const during = await desk.slots();
  const { id } = await desk.calendarOf(second);
  await desk.choose({ busy: [id], booking: id });
  const after = await desk.slots();

  expect(textOf(shown)).toContain('Your bookings have no calendar to go to');
  expect([during.status, after.status]).toEqual([503, 200]);
});

test('another calendar for the bookings can be chosen on the way', async () => {
  const { desk, second } = await deskWithSecond();
  const { id } = await desk.calendarOf(second);

  await desk.disconnect(desk.email, { booking: id });

  expect((await desk.slots()).status).toBe(200);
  expect((await desk.calendarOf(second)).takesBookings).toBe(true);
});

test('an event type that had a calendar there puts its bookings where the others go', async () => {
  const { desk, second } = await deskWithSecond();
  const me = await apiClient(service, desk.organiserId);
  const { id } = await desk.calendarOf(second);
  await me('PATCH', '/api/me/event-types/30min', { bookingCalendarId: id });

  await desk.disconnect(second);

  const { body } = await me('GET', '/api/me/event-types/30min');
  expect(body).toMatchObject({ bookingCalendarId: null });
  expect((await desk.slots()).status).toBe(200);
});

test('with its only account gone an organiser is still signed in, and signing in again heals all', async () => {
  const desk = await openConnectionDesk(service);
  await desk.disconnect(desk.email);
  const [during, page] = [await desk.slots(), await desk.visitor.open('/organiser')];

  await desk.visitor.signIn(desk.email);
  await service.settle();

  expect(during.status).toBe(503);
  expect(page.url.pathname).toBe('/organiser');
  expect((await desk.slots()).status).toBe(200);
  expect((await desk.connections()).calendars).toMatchObject([
    { countsAsBusy: true, takesBookings: true },
  ]);
});

test('a booking that lies there stays, and what changed meanwhile is caught up on reconnecting', async () => {
  const desk = await openConnectionDesk(service);
  const { id } = await book(desk);
  await desk.disconnect(desk.email);
  const me = await apiClient(service, desk.organiserId);

  await me('POST', `/api/me/bookings/${id}/cancel`, {});
  service.clock.advance(mailsWaitMs);
  await service.settle();
  const meanwhile = eventsOf(desk.email);
  await desk.visitor.signIn(desk.email);
  await service.settle();

  expect(meanwhile).toEqual(['confirmed']);
  expect(eventsOf(desk.email)).toEqual(['cancelled']);
});

test('a booking that Google was not told of yet goes to the calendar that is chosen instead', async () => {
  const { desk, second } = await deskWithSecond();
  const { id } = await desk.calendarOf(second);
  const clear = service.google.faults.add({
    method: 'calendar.events.insert',
    fault: 'html_502',
    times: 'until_cleared',
  });
  await request(desk);
  await until(() => wasAsked('calendar.events.insert', desk.email), 'Google has refused it');

  await desk.disconnect(desk.email, { booking: id }, { settles: false });
  clear();
  await service.settle();

  expect([eventsOf(desk.email), eventsOf(second)]).toEqual([[], ['confirmed']]);
});

test('a disconnected account can be connected by somebody else, and lets nobody in any more', async () => {
  const { desk, second } = await deskWithSecond();
  const other = await openConnectionDesk(service);
  await desk.disconnect(second);

  const shown = await other.connect(second);
  await service.settle();

  expect(textOf(shown)).toContain(`${second} is connected.`);
  expect((await desk.connections()).accounts).toMatchObject([{ email: desk.email }]);
  expect((await other.connections()).accounts).toMatchObject([
    { email: other.email },
    { email: second },
  ]);
});

test('a booking whose calendar is somebody else’s now gets an event where the others go, once it changes', async () => {
  const { desk, second } = await deskWithSecond();
  const [main, theirs] = [await desk.calendarOf(desk.email), await desk.calendarOf(second)];
  await desk.choose({ busy: [main.id], booking: theirs.id });
  const { id } = await book(desk);
  await desk.disconnect(second, { booking: main.id });
  await (await openConnectionDesk(service)).connect(second);
  const me = await apiClient(service, desk.organiserId);

  const start = '2026-11-24T12:00:00Z';
  const moved = await me('POST', `/api/me/bookings/${id}/reschedule`, { start });
  await service.settle();

  expect(moved.status).toBe(200);
  expect([eventsOf(desk.email), eventsOf(second)]).toEqual([['confirmed'], ['confirmed']]);
  expect(await calendarIdOf(id)).toBe(main.id);
});

test('who signs in with an account that was taken away is an organiser of their own', async () => {
  const { desk, second } = await deskWithSecond();
  await desk.disconnect(second);

  await desk.visitor.signIn(second);

  const me = JSON.parse((await desk.visitor.open('/api/me')).text) as { email: string };
  expect(me.email).toBe(second);
});

test('another organiser’s account does not exist', async () => {
  const [desk, other] = [await openConnectionDesk(service), await openConnectionDesk(service)];
  const { id } = await other.accountOf(other.email);
  const path = `/organiser/calendars/accounts/${id}`;

  const replies = [
    await desk.visitor.open(`${path}/disconnect`),
    await desk.visitor.send(`${path}/disconnect`, {}),
    await desk.visitor.open('/organiser/calendars/accounts/nonsense/disconnect'),
  ];

  expect(replies.map(({ status }) => status)).toEqual([404, 404, 404]);
  expect(await other.accountOf(other.email)).toMatchObject({ state: 'connected' });
});

async function deskWithSecond() {
  const desk = await openConnectionDesk(service);
  const second = addPerson(service);
  await desk.connect(second);
  await service.settle();
  return { desk, second };
}

async function book(desk: ConnectionDesk): Promise<{ id: string }> {
  const booked = await request(desk);
  await service.settle();
  return booked;
}

async function request(desk: ConnectionDesk): Promise<{ id: string }> {
  const me = await apiClient(service, desk.organiserId);
  const asks = { phone: 'optional' };
  await me('PATCH', '/api/me/event-types/30min', { confirmation: 'instant', asks });
  const { body } = await call(service, null, 'POST', '/api/bookings', {
    organiser: desk.handle,
    eventType: '30min',
    start: '2026-11-24T08:00:00Z',
    attendee: { name: 'Ada', email: 'ada@example.com', timeZone: 'Europe/Berlin' },
  });
  return { id: body['id'] as string };
}

function wasAsked(method: string, account: string): boolean {
  return service.google.log.some((call) => call.method === method && call.account === account);
}

async function calendarIdOf(bookingId: string): Promise<string | null> {
  const [row] = await service.parts.database.query<{ id: string | null }>(
    sql`select calendar_id as id from bookings where id = ${bookingId}`,
  );
  return row!.id;
}

async function storedTokens(desk: ConnectionDesk): Promise<(Buffer | null)[]> {
  const accounts = await listAccounts(service.parts.database, desk.organiserId);
  return accounts.map(({ refreshTokenSealed }) => refreshTokenSealed);
}

function grantsOf(address: string) {
  return service.google.oauth.state.grants.filter((grant) => grant.address === address);
}

function eventsOf(address: string): string[] {
  const events = Object.values(service.google.world.state.events[address]!);
  return events.map(({ event }) => event.status ?? '');
}
