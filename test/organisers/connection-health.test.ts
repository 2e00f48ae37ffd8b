import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import { openApiDocument } from '../../src/open-api.ts';
import { connectionsAnswer } from '../../src/organisers/connections/calendar-input.ts';
import { pollConnections } from '../../src/organisers/connections/poll-connections.ts';
import {
  removeCalendar,
  shareCalendar,
  unshareCalendar,
} from '../../src/sandbox/google/people/calendars.ts';
import { moveEvent } from '../../src/sandbox/google/people/events.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { apiClient, call } from './api-client.ts';
import { addPerson, type ConnectionDesk, openConnectionDesk, textOf } from './connection-desk.ts';

const minuteMs = 60_000;
const unreadable = 'Your calendar “Team” can no longer be read';
const again = 'Your Google Calendar works again';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(() => service.clock.set(monday));

afterAll(() => service.close());

test('a shared calendar that is taken back is named, and unknown, not free', async () => {
  const { desk, team } = await deskWithTeam();
  unshareCalendar(service.google.world, team, desk.email);

  await lookAgain(desk);
  const page = await desk.visitor.open('/organiser/calendars');

  expect((await desk.slots()).status).toBe(503);
  expect(textOf(page)).toContain(
    '“Team” is no longer readable: its time counts as unknown, so no times are offered',
  );
  expect(textOf(page)).toContain(`have it shared with ${desk.email} again`);
  expect(await desk.connections()).toMatchObject({
    isWell: false,
    offersTimes: false,
    troubles: [{ is: 'unreadable' }],
  });
});

test('every page of the organiser’s says so, until the calendar is unticked', async () => {
  const { desk, team } = await deskWithTeam();
  unshareCalendar(service.google.world, team, desk.email);
  await lookAgain(desk);
  const paths = ['/organiser', '/organiser/hours', '/organiser/event-types'];
  const during = await Promise.all(paths.map((path) => desk.visitor.open(path)));

  const main = await desk.calendarOf(desk.email);
  const saved = await desk.choose({ busy: [main.id] });
  const after = await Promise.all(paths.map((path) => desk.visitor.open(path)));

  expect(during.map(({ text }) => text.includes('is no longer readable'))).toEqual([
    true,
    true,
    true,
  ]);
  expect(after.map(({ text }) => text.includes('is no longer readable'))).toEqual([
    false,
    false,
    false,
  ]);
  expect(saved.text).not.toContain('Team');
  expect((await desk.slots()).status).toBe(200);
});

test('it is mailed once, however often it is looked at, and its end once', async () => {
  const { desk, team } = await deskWithTeam();
  unshareCalendar(service.google.world, team, desk.email);
  for (const _ of [1, 2, 3]) await lookAgain(desk);
  const during = desk.subjects();

  shareCalendar(service.google.world, team, desk.email, 'reader');
  for (const _ of [1, 2, 3]) await lookAgain(desk);

  expect(during).toEqual([unreadable]);
  expect(desk.subjects()).toEqual([unreadable, again]);
  expect((await desk.slots()).status).toBe(200);
});

test('a calendar that is not asked for any more needs no mail that it works', async () => {
  const { desk, team } = await deskWithTeam();
  const me = await apiClient(service, desk.organiserId);
  const busy = await desk.tickedIds();
  const main = await desk.calendarOf(desk.email);
  unshareCalendar(service.google.world, team, desk.email);
  await lookAgain(desk);

  await me('PATCH', '/api/me/calendars', { busy: [main.id] });
  await lookAgain(desk);
  shareCalendar(service.google.world, team, desk.email, 'reader');
  await me('PATCH', '/api/me/calendars', { busy });
  await lookAgain(desk);

  expect(desk.subjects()).toEqual([unreadable]);
  expect((await desk.slots()).status).toBe(200);
});

test('Google’s passing silence is no news; an hour of it is, once', async () => {
  const { desk } = await deskWithTeam();
  const clear = service.google.faults.add({
    method: 'calendar.freebusy.query',
    fault: 'html_502',
    times: 'until_cleared',
    account: desk.email,
  });
  await lookAgain(desk);
  const soon = desk.subjects();
  service.clock.advance(61 * minuteMs);
  await lookAgain(desk);
  await lookAgain(desk);
  const late = desk.subjects();
  clear();

  await lookAgain(desk);

  expect(soon).toEqual([]);
  expect(late).toEqual(['2 of your calendars can no longer be read']);
  expect(desk.subjects()).toEqual([...late, again]);
});

test('a check asks Google there and then, and says what came of it', async () => {
  const { desk } = await deskWithTeam();

  const well = await desk.check(desk.email);
  service.google.faults.add({ method: 'calendar.freebusy.query', fault: 'html_502', times: 9 });
  const silent = await desk.check(desk.email);
  service.google.faults.clear();
  service.clock.advance(1000);
  const wellAgain = await desk.check(desk.email);

  expect(textOf(well)).toContain(`Google answers for ${desk.email}`);
  expect(textOf(well)).toContain('2 calendars were read just now');
  expect(textOf(silent)).toContain('Google did not answer. The check came to nothing');
  expect(textOf(wellAgain)).toContain('2 calendars were read just now');
});

test('a check that finds the permission gone says so at once', async () => {
  const desk = await openConnectionDesk(service);
  service.google.oauth.revokeGrant(desk.email);

  const shown = await desk.check(desk.email);

  expect(textOf(shown)).toContain('Google no longer lets this service in');
  expect(textOf(shown)).toContain('Please connect this account again');
});

test('an account that is not in use may be lost without a time being lost', async () => {
  const desk = await openConnectionDesk(service);
  const second = addPerson(service);
  await desk.connect(second);
  const main = await desk.calendarOf(desk.email);
  await desk.choose({ busy: [main.id] });
  service.google.oauth.revokeGrant(second);

  await desk.check(second);
  const page = await desk.visitor.open('/organiser/hours');

  expect((await desk.slots()).status).toBe(200);
  expect(textOf(page)).toContain('None of its calendars is in use');
});

test('a calendar for bookings that is gone takes the times offline, and is named', async () => {
  const desk = await openConnectionDesk(service);
  const { world } = service.google;
  const { id } = world.addCalendar({ owner: desk.email, summary: 'Consultations' });
  await desk.check(desk.email);
  const main = await desk.calendarOf(desk.email);
  await desk.choose({ busy: [main.id], booking: (await desk.calendarOf('Consultations')).id });
  removeCalendar(world, id);

  await desk.check(desk.email);
  const page = await desk.visitor.open('/organiser/calendars');

  expect((await desk.slots()).status).toBe(503);
  expect(textOf(page)).toContain('“Consultations”, which received your bookings, is gone');
  expect(textOf(page)).toContain('No longer in your list of calendars at Google');
});

test('of event types with calendars of their own, the one whose calendar is gone is not offered', async () => {
  const desk = await openConnectionDesk(service);
  const { world } = service.google;
  const { id } = world.addCalendar({ owner: desk.email, summary: 'Consultations' });
  await desk.check(desk.email);
  const me = await apiClient(service, desk.organiserId);
  const own = { bookingCalendarId: (await desk.calendarOf('Consultations')).id };
  await me('PATCH', '/api/me/event-types/60min', own);
  removeCalendar(world, id);

  await desk.check(desk.email);
  const page = await desk.visitor.open('/organiser');

  expect([(await desk.slots('60min')).status, (await desk.slots('30min')).status]).toEqual([
    503, 200,
  ]);
  expect(textOf(page)).toContain('“60 minutes” has no calendar to go to');
});

test('a permission that Google limits shows its end, and asks to be renewed before', async () => {
  service.google.oauth.state.refreshTokenSeconds = 7 * 86_400;
  const desk = await openConnectionDesk(service);
  service.google.oauth.state.refreshTokenSeconds = null;

  const early = await desk.visitor.open('/organiser/calendars');
  const elsewhere = await desk.visitor.open('/organiser/hours');
  const { permissionEndsAt } = await desk.accountOf(desk.email);
  service.clock.advance(5 * 24 * 60 * minuteMs);
  const late = await desk.visitor.open('/organiser/hours');

  expect(textOf(early)).toContain('Permission ends on 30 November');
  expect(elsewhere.text).not.toContain('ends soon');
  expect(permissionEndsAt).not.toBeNull();
  expect(textOf(late)).toContain('Google’s permission ends soon');
});

test('without push the page says how often Google is asked', async () => {
  const desk = await openConnectionDesk(service);

  const page = await desk.visitor.open('/organiser/calendars');

  expect(textOf(page)).toContain(
    'This address cannot be reached by Google, so we look every 60 minutes.',
  );
});

test('connecting again catches up with what was moved in Google meanwhile', async () => {
  const desk = await openConnectionDesk(service);
  const id = await book(desk);
  service.google.oauth.revokeGrant(desk.email);
  await refreshBusy(service.parts, { organiserId: desk.organiserId });
  const [event] = Object.values(service.google.world.state.events[desk.email]!);
  service.clock.advance(minuteMs);
  const place = { calendarId: desk.email, eventId: event!.event.id };
  moveEvent(service.google.world, place, new Date('2026-11-24T13:00:00Z'));

  await desk.visitor.signIn(desk.email, { start: connectAgain(desk.email) });
  await service.settle();

  const me = await apiClient(service, desk.organiserId);
  const { body } = await me('GET', `/api/me/bookings/${id}`);
  expect(body).toMatchObject({ start: expect.stringContaining('2026-11-24T1') });
  expect(new Date(body['start'] as string)).toEqual(new Date('2026-11-24T13:00:00Z'));
});

test('the list of calendars is read again by the poll once it is an hour old', async () => {
  const desk = await openConnectionDesk(service);
  service.google.world.addCalendar({ owner: desk.email, summary: 'Consultations' });
  await pollConnections(service.parts);
  await service.settle();
  const before = await desk.calendarOf('Consultations');

  service.clock.advance(60 * minuteMs);
  await pollConnections(service.parts);
  await service.settle();

  expect(before).toBeUndefined();
  expect(await desk.calendarOf('Consultations')).toMatchObject({ countsAsBusy: false });
});

test('the API answers as its document says', async () => {
  const { desk, team } = await deskWithTeam();
  unshareCalendar(service.google.world, team, desk.email);
  await lookAgain(desk);

  const answer = connectionsAnswer.strict().safeParse(await desk.connections());

  expect(answer.error).toBeUndefined();
  expect(JSON.stringify(openApiDocument.paths!['/api/me/calendars'])).toContain('Connections');
});

async function deskWithTeam() {
  const desk = await openConnectionDesk(service);
  const { world } = service.google;
  const team = world.addCalendar({ owner: addPerson(service), summary: 'Team' }).id;
  shareCalendar(world, team, desk.email, 'freeBusyReader');
  await desk.check(desk.email);
  const { calendars } = await desk.connections();
  await desk.choose({ busy: calendars.map(({ id }) => id) });
  return { desk, team };
}

/** A round of polling, some minutes later. */
async function lookAgain(desk: ConnectionDesk): Promise<void> {
  service.clock.advance(5 * minuteMs);
  await refreshBusy(service.parts, { organiserId: desk.organiserId });
  await pollConnections(service.parts);
  await service.settle();
}

async function book(desk: ConnectionDesk): Promise<string> {
  const me = await apiClient(service, desk.organiserId);
  const asks = { phone: 'optional' };
  await me('PATCH', '/api/me/event-types/30min', { confirmation: 'instant', asks });
  const { body } = await call(service, null, 'POST', '/api/bookings', {
    organiser: desk.handle,
    eventType: '30min',
    start: '2026-11-24T09:00:00Z',
    attendee: { name: 'Ada', email: 'ada@example.com', timeZone: 'Europe/Berlin' },
  });
  await service.settle();
  return body['id'] as string;
}

function connectAgain(email: string): string {
  return `/auth/google?consent=1&connect=1&login_hint=${encodeURIComponent(email)}`;
}
