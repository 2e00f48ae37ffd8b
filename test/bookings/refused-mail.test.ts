// Mails that a mail server will never take: they are not tried again, and the organiser sees which and why.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { sql } from '../../src/database/sql.ts';
import { apiClient } from '../organisers/api-client.ts';
import { createVisitor } from '../organisers/visitor.ts';
import { attendee, book } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { until } from '../support/until.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterEach(() => service.inbox.accept());

afterAll(() => service.close());

const ten = '2026-11-24T10:00:00+01:00';

test.each([
  ['recipient', 550],
  ['recipient', 553],
  ['message', 554],
] as const)('a %s that is refused with %d is not tried again', async (at, code) => {
  service.inbox.refuse({ at, code });

  const { id } = await booked();
  await service.settle();

  expect(await mailsOf(id)).toEqual([
    { message: 'confirmed', refusal: expect.stringMatching(`^${code} `) },
    { message: 'organiser-booked', refusal: expect.stringMatching(`^${code} `) },
  ]);
});

test.each([
  ['recipient', 450],
  ['message', 451],
  ['recipient', 530],
] as const)(
  'a %s that is refused with %d gets the mail later',
  async (at, code) => {
    service.inbox.refuse({ at, code, times: 1 });

    const { id, email } = await booked();
    await service.inbox.waitFor(({ envelope }) => envelope.to.includes(email), 30_000);
    await until(async () => (await mailsOf(id)).length === 2, 'both are noted as sent');

    expect((await mailsOf(id)).map(({ refusal }) => refusal)).toEqual([null, null]);
  },
  60_000,
);

test('the organiser reads on the booking that the mail was refused, until a later one arrives', async () => {
  service.inbox.refuse({ at: 'recipient', code: 550 });
  const { id, email, made } = await booked();
  await service.settle();
  const visitor = createVisitor(service);
  await visitor.signIn(made.email);
  const me = await apiClient(service, made.organiser.id);

  const refused = await visitor.open(`/organiser/bookings/${id}`);
  const { body: before } = await me('GET', `/api/me/bookings/${id}`);
  service.inbox.accept();
  service.clock.advance(60_000);
  await me('POST', `/api/me/bookings/${id}/reschedule`, { start: '2026-11-24T11:00:00+01:00' });
  await service.settle();
  const { body: after } = await me('GET', `/api/me/bookings/${id}`);

  expect(refused.text).toContain(`The mail to ${email} was refused`);
  expect(before.mailRefusal).toMatch(/^550 /);
  expect(before.mailRefusal).not.toContain('@');
  expect(after.mailRefusal).toBeNull();
});

async function booked(): Promise<{ id: string; email: string; made: MadeOrganiser }> {
  const made = await makeOrganiser(service);
  const person = attendee();
  const { body } = await book(service, made, ten, person);
  return { id: body.id as string, email: person.email, made };
}

function mailsOf(bookingId: string): Promise<{ message: string; refusal: string | null }[]> {
  return service.parts.database.query(sql`
    select message, refusal from sent_mails where booking_id = ${bookingId} order by message`);
}
