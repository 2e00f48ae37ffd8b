// Whoever typed the form has a link of their own, and never the one that the proof gives to the address.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { confirmBooking } from '../../src/bookings/confirm-booking.ts';
import { call, hold } from '../support/attendee.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

test('the form sent again after the proof does not lead to the proven booking', async () => {
  const made = await makeOrganiser(service, { eventType: { confirmation: 'email' } });
  const path = `/${made.organiser.handle}/${made.eventType.slug}/book`;
  const start = '2026-11-24T09:00:00Z';
  const { body } = await hold(service, made, start);
  const form = { hold: body['token'], start, name: 'Lea', email: 'lea@example.org' };
  const before = await send(path, form);
  const { tokens } = service.parts;
  const id = tokens.idOf(before.split('/').at(-1)!)!;

  const { manageToken } = await confirmBooking(service.parts, tokens.create('confirm', id));
  const after = await send(path, form);

  expect(after).not.toContain(manageToken);
  expect((await call(service, 'GET', after)).status).toBe(404);
  expect((await call(service, 'GET', `/bookings/${manageToken}`)).status).toBe(200);
});

/** Where the form's answer leads. */
async function send(path: string, form: Record<string, string>): Promise<string> {
  const body = new URLSearchParams(form);
  const answer = await fetch(`${service.url}${path}`, { method: 'POST', redirect: 'manual', body });
  return answer.headers.get('location')!;
}
