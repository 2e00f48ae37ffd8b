// The mails of a move that was followed, and the way back from it.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { call } from '../../support/attendee.ts';
import { monday, startTestService, type TestService } from '../../support/service.ts';
import { type Booked, type FollowingDesk, openFollowingDesk, ten, two } from './following-desk.ts';

let service: TestService;
let desk: FollowingDesk;
let booked: Booked;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  desk = await openFollowingDesk(service);
  booked = await desk.book(ten);
  desk.move(booked, two);
  await desk.read();
  desk.mails(booked);
});

afterAll(() => service.close());

test('the attendee’s mail says old and new, and offers to keep, to pick another time and to cancel', async () => {
  const [mail] = service.inbox.to(booked.email).slice(-1);

  expect(mail!.text).toMatch(/Before: .*10:00.*Now: .*14:00/su);
  expect(mail!.text).toMatch(/\/bookings\/[\w-]+\n/);
  expect(mail!.text).toMatch(/\/bookings\/[\w-]+\/move\n/);
  expect(mail!.text).toMatch(/\/bookings\/[\w-]+\/cancel\n/);
});

test('the link in the organiser’s mail shows the way back, and only its button goes it', async () => {
  const page = await call(service, 'GET', undoLink());

  expect(page.status).toBe(200);
  expect(page.body.text).toContain('Move it back?');
  expect(await desk.booking(booked)).toMatchObject({ startsAt: new Date(two) });
});

test('a move that is undone goes back on both sides, and the attendee is told', async () => {
  const undone = await press(undoLink());
  await service.settle();
  await desk.read();

  const again = await press(undoLink());
  expect([undone.status, again.status]).toEqual([200, 403]);
  expect(await desk.booking(booked)).toMatchObject({
    startsAt: new Date(ten),
    changedBy: 'organiser',
  });
  expect(desk.event(booked).start.dateTime).toBe(new Date(ten).toISOString());
  expect(desk.mails(booked)).toEqual(['Moved']);
});

test('a link that is not ours undoes nothing', async () => {
  const forged = await press(`${service.url}/bookings/undo/${'A'.repeat(43)}`);

  expect(forged.status).toBe(404);
});

function undoLink(): string {
  const [mail] = service.inbox.to(desk.made.email).slice(-1);
  return /https?:\S+\/bookings\/undo\/[\w-]+/.exec(mail!.text)![0];
}

/** As a browser does it, from our own page. */
function press(link: string) {
  const headers = { Origin: service.url, 'Sec-Fetch-Site': 'same-origin' };
  return call(service, 'POST', link, undefined, headers);
}
