import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { removeCalendar, shareCalendar } from '../../src/sandbox/google/people/calendars.ts';
import { addEvent } from '../../src/sandbox/google/people/events.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { apiClient, call } from './api-client.ts';
import { addPerson, type ConnectionDesk, openConnectionDesk, textOf } from './connection-desk.ts';

const nine = '2026-11-24T08:00:00+00:00';
const minuteMs = 60_000;

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

test('a further account is connected, named, and makes one busy; bookings stay where they went', async () => {
  const desk = await openConnectionDesk(service);
  const second = addPerson(service);

  const shown = await desk.connect(second);
  await service.settle();

  expect(shown.url.pathname).toBe('/organiser/calendars');
  expect(textOf(shown)).toContain(`${second} is connected.`);
  const { accounts, calendars } = await desk.connections();
  expect(accounts).toMatchObject([
    { email: desk.email, isFirst: true },
    { email: second, isFirst: false },
  ]);
  expect(calendars).toMatchObject([
    { title: desk.email, countsAsBusy: true, takesBookings: true },
    { title: second, countsAsBusy: true, takesBookings: false },
  ]);
});

test('the account to sign in with is marked, and stays the first whichever is connected again', async () => {
  const desk = await openConnectionDesk(service);
  const second = addPerson(service);
  await desk.connect(second);
  service.clock.advance(minuteMs);

  const { text } = await desk.connect(desk.email);

  expect(text.match(/You sign in with it/g)).toHaveLength(1);
  expect((await desk.accountOf(desk.email)).isFirst).toBe(true);
  expect((await desk.accountOf(second)).isFirst).toBe(false);
});

test('who turns back at Google is still signed in, and told that nothing was changed', async () => {
  const desk = await openConnectionDesk(service);

  const shown = await desk.connect(addPerson(service), { decision: 'cancel' });

  expect(shown.url.pathname).toBe('/organiser/calendars');
  expect(shown.text).toContain('No account was connected');
  expect((await desk.connections()).accounts).toHaveLength(1);
});

test('an account that somebody else has connected says whose way out it is', async () => {
  const [desk, other] = [await openConnectionDesk(service), await openConnectionDesk(service)];
  const second = addPerson(service);
  await other.connect(second);

  const further = await desk.connect(second);
  const first = await desk.connect(other.email);

  expect([further.status, first.status]).toEqual([403, 403]);
  expect(textOf(further)).toContain(`sign in with ${second}, disconnect it there`);
  expect(textOf(first)).toContain('connect your further accounts there');
  expect(further.text).toContain('href="/organiser/calendars"');
});

test('what goes wrong at Google while connecting leads back to the calendars', async () => {
  const desk = await openConnectionDesk(service);
  service.google.faults.add({ method: 'calendar.calendarList.list', fault: 'html_502', times: 9 });

  const shown = await desk.connect(addPerson(service));
  service.google.faults.clear();

  expect(shown.text).toContain('Google did not answer just now');
  expect(shown.text).toContain('href="/auth/google?connect=1"');
  expect(shown.text).toContain('Back to your calendars');
});

test('what is busy in any ticked calendar is not offered, shared ones and other accounts among them', async () => {
  const desk = await openConnectionDesk(service);
  const [second, colleague] = [addPerson(service), addPerson(service)];
  const { world } = service.google;
  const { id: team } = world.addCalendar({ owner: colleague, summary: 'Team' });
  shareCalendar(world, team, desk.email, 'freeBusyReader');
  addEvent(world, second, busy('2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z'));
  addEvent(world, team, busy('2026-11-24T09:00:00Z', '2026-11-24T10:00:00Z'));

  await desk.connect(second);
  await service.settle();
  const before = await desk.slots();
  service.clock.advance(minuteMs + 1000);
  await desk.visitor.open('/organiser/calendars');
  const ids = (await desk.connections()).calendars.map(({ id }) => id);
  await desk.choose({ busy: ids });
  const after = await desk.slots();

  expect(before.starts[0]).toContain('T09:00:00');
  expect(after.starts[0]).toContain('T10:00:00');
});

test('calendars that are new at Google appear unticked, and go when they are gone there', async () => {
  const desk = await openConnectionDesk(service);
  const { world } = service.google;
  const { id } = world.addCalendar({ owner: desk.email, summary: 'Consultations' });

  service.clock.advance(minuteMs + 1000);
  const appeared = await desk.visitor.open('/organiser/calendars');
  const found = await desk.calendarOf('Consultations');
  removeCalendar(world, id);
  service.clock.advance(minuteMs + 1000);
  const gone = await desk.visitor.open('/organiser/calendars');

  expect(appeared.text).toContain('Consultations');
  expect(found).toMatchObject({ countsAsBusy: false, takesBookings: false, isListed: true });
  expect(gone.text).not.toContain('Consultations');
});

test('while Google does not tell its list, the page shows what is known, and says so', async () => {
  const desk = await openConnectionDesk(service);
  service.clock.advance(5 * minuteMs);
  service.google.faults.add({ method: 'calendar.calendarList.list', fault: 'html_502', times: 9 });

  const shown = await desk.visitor.open('/organiser/calendars');
  service.google.faults.clear();

  expect(shown.status).toBe(200);
  expect(shown.text).toContain('Makes me busy');
  expect(textOf(shown)).toContain('Google did not tell its list of calendars just now');
});

test('bookings go to the calendar that was chosen, those of an event type to its own', async () => {
  const desk = await openConnectionDesk(service);
  const { consultations, second } = await withTwoMore(desk);
  const me = await apiClient(service, desk.organiserId);
  await desk.choose({ busy: await desk.tickedIds(), booking: second.id });
  await me('PATCH', '/api/me/event-types/60min', { bookingCalendarId: consultations.id });

  await bookAt(desk, '30min', nine);
  await bookAt(desk, '60min', '2026-11-24T12:00:00+00:00');

  expect(await titlesIn(second.googleId)).toHaveLength(1);
  expect(await titlesIn(consultations.googleId)).toHaveLength(1);
  expect(await titlesIn(desk.email)).toHaveLength(0);
});

test('an event type’s calendar is chosen on its page, and only where there is a choice', async () => {
  const desk = await openConnectionDesk(service);
  const alone = await desk.visitor.open('/organiser/event-types/30min');
  const { consultations } = await withTwoMore(desk);
  const page = await desk.visitor.open('/organiser/event-types/30min');

  const me = await apiClient(service, desk.organiserId);
  await me('PATCH', '/api/me/event-types/30min', { bookingCalendarId: consultations.id });
  const chosen = await desk.visitor.open('/organiser/event-types/30min');

  expect(alone.text).not.toContain('name="bookingCalendarId"');
  expect(page.text).toContain('name="bookingCalendarId"');
  expect(chosen.text).toContain(`<option value="${consultations.id}" selected>`);
});

test('bookings cannot go to a calendar that is shared to one, or another’s', async () => {
  const [desk, other] = [await openConnectionDesk(service), await openConnectionDesk(service)];
  const { world } = service.google;
  const { id } = world.addCalendar({ owner: other.email, summary: 'Team' });
  shareCalendar(world, id, desk.email, 'writer');
  service.clock.advance(minuteMs + 1000);
  await desk.visitor.open('/organiser/calendars');
  const shared = await desk.calendarOf('Team');
  const [foreign] = (await other.connections()).calendars;
  const me = await apiClient(service, desk.organiserId);

  const replies = [
    await me('PATCH', '/api/me/calendars', { booking: shared.id }),
    await me('PATCH', '/api/me/calendars', { busy: [foreign!.id] }),
    await me('PATCH', '/api/me/event-types/30min', { bookingCalendarId: shared.id }),
    await me('PATCH', '/api/me/event-types/30min', { bookingCalendarId: foreign!.id }),
  ];

  expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 400]);
});

async function withTwoMore(desk: ConnectionDesk) {
  const { world } = service.google;
  const email = addPerson(service);
  const { id: googleId } = world.addCalendar({ owner: desk.email, summary: 'Consultations' });
  service.clock.advance(minuteMs + 1000);
  await desk.connect(email);
  await desk.visitor.open('/organiser/calendars');
  await service.settle();
  const consultations = { ...(await desk.calendarOf('Consultations')), googleId };
  return { consultations, second: { ...(await desk.calendarOf(email)), googleId: email } };
}

async function bookAt(desk: ConnectionDesk, slug: string, start: string): Promise<void> {
  const me = await apiClient(service, desk.organiserId);
  await me('PATCH', `/api/me/event-types/${slug}`, {
    confirmation: 'instant',
    asks: { phone: 'optional' },
  });
  const attendee = { name: 'Ada', email: 'ada@example.com', timeZone: 'Europe/Berlin' };
  const slot = { organiser: desk.handle, eventType: slug, start };
  const { status } = await call(service, null, 'POST', '/api/bookings', { ...slot, attendee });
  expect(status).toBe(201);
  await service.settle();
}

async function titlesIn(googleCalendarId: string): Promise<string[]> {
  const events = Object.values(service.google.world.state.events[googleCalendarId]!);
  return events.map(({ event }) => event.summary ?? '');
}

function busy(from: string, to: string) {
  return { summary: 'Busy', start: new Date(from), end: new Date(to) };
}
