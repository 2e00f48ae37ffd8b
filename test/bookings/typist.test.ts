// Whoever only typed the form has proven nothing: what they may see ends with the proof, and they change no record.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readAttendee } from '../../src/bookings/attendee-input.ts';
import { correctAddress } from '../../src/bookings/correct-address.ts';
import { sendForm } from '../../src/bookings/send-form.ts';
import { sql } from '../../src/database/sql.ts';
import { attendee, call, hold, tokenOf } from '../support/attendee.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';

let service: TestService;
let made: MadeOrganiser;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { confirmation: 'email' } });
});

afterAll(() => service.close());

const ten = '2026-11-24T10:00:00+01:00';

test('the same hold sent again after the proof gives no link that works', async () => {
  const held = await hold(service, made, ten);
  const form = { hold: held.body.token, attendee: attendee() };
  await call(service, 'POST', '/api/bookings', form);
  await prove(form.attendee.email);

  const again = await call(service, 'POST', '/api/bookings', form);

  expect(again).toMatchObject({ status: 200, body: { state: 'confirmed' } });
  expect((await show(again.body.manageUrl)).status).toBe(404);
});

test('the same Idempotency-Key after the proof gives no link that works', async () => {
  const form = { ...slotAt(ten), attendee: attendee() };
  const key = { 'Idempotency-Key': `key-${made.organiser.handle}` };
  await call(service, 'POST', '/api/bookings', form, key);
  await prove(form.attendee.email);

  const again = await call(service, 'POST', '/api/bookings', form, key);

  expect(again).toMatchObject({ status: 200, body: { state: 'confirmed' } });
  expect((await show(again.body.manageUrl)).status).toBe(404);
});

test('a booking that needs no proof changes nothing that is known of its address', async () => {
  const person = attendee({ name: 'Lea Proven', phone: '+49 30 901820' });
  await call(service, 'POST', '/api/bookings', { ...slotAt(ten), attendee: person });
  await prove(person.email);
  const instant = await addEventType(service, made.organiser.id, { confirmation: 'instant' });

  const unproven = await call(service, 'POST', '/api/bookings', {
    ...slotAt('2026-11-24T14:00:00+01:00'),
    eventType: instant.slug,
    attendee: attendee({ email: person.email, name: 'Somebody Else' }),
  });

  expect(unproven.body.state).toBe('confirmed');
  expect(await recordsOf(person.email)).toEqual([{ name: 'Lea Proven', phone: '+4930901820' }]);
});

test('whoever knows only the address and the time gets nobody’s link by sending the form too', async () => {
  const instant = await addEventType(service, made.organiser.id, { confirmation: 'instant' });
  const send = (person: object, client: string) =>
    sendForm(service.parts, {
      handle: made.organiser.handle,
      slug: instant.slug,
      hold: undefined,
      startsAt: new Date(ten),
      durationMinutes: instant.durationMinutes,
      key: undefined,
      takesAnother: false,
      attendee: readAttendee({ attendee: person }, instant),
      client,
    });
  const person = attendee({ phone: '+49 30 901820' });
  const first = await send(person, 'one');

  const twice = await send(person, 'one');
  const strangers = [
    send({ ...person, name: 'A Stranger' }, 'one').catch((error: unknown) => error),
    send(person, 'another').catch((error: unknown) => error),
  ];

  expect(twice).toMatchObject({ isNew: false, booking: { id: first.booking.id } });
  expect(await Promise.all(strangers)).toMatchObject([
    { code: 'slot_taken' },
    { code: 'slot_taken' },
  ]);
});

test('a slip in the address is mended without ever letting go of the time', async () => {
  const held = await hold(service, made, ten);
  const form = { hold: held.body.token, attendee: attendee() };
  const { body } = await call(service, 'POST', '/api/bookings', form);

  service.google.faults.add({
    method: 'calendar.freebusy.query',
    fault: 'backendError',
    account: made.email,
    times: 'until_cleared',
  });
  service.clock.advance(60_000);

  const refused = correctAddress(service.parts, tokenOf(body.manageUrl), null);
  await expect(refused).rejects.toMatchObject({ code: 'calendar_unavailable' });
  service.google.faults.clear();
  const kept = await show(body.manageUrl);
  const corrected = await correctAddress(service.parts, tokenOf(body.manageUrl), null);

  expect(kept.body.state).toBe('requested');
  expect(corrected.held.startsAt.toISOString()).toBe('2026-11-24T09:00:00.000Z');
});

function slotAt(start: string) {
  return { organiser: made.organiser.handle, eventType: made.eventType.slug, start };
}

async function prove(email: string): Promise<void> {
  const { text } = await service.inbox.waitFor(
    ({ envelope, subject }) => envelope.to.includes(email) && subject.startsWith('Please confirm'),
  );
  const token = /\/confirm\/([\w-]+)/.exec(text)![1]!;
  const { status } = await call(service, 'POST', '/api/bookings/confirm', { token });
  expect(status).toBe(200);
}

function show(manageUrl: string) {
  return call(service, 'GET', `/api/bookings/${tokenOf(manageUrl)}`);
}

function recordsOf(email: string) {
  return service.parts.database.query(
    sql`select name, phone from attendees where email = ${email}`,
  );
}
