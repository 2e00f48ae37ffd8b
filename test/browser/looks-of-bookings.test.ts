// The pages of a booking's life, in every state: nothing for axe to find in light or dark, nothing to scroll sideways.
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import type { AttendeeResponse } from '../../src/bookings/booking.ts';
import { updateResponse } from '../../src/bookings/follow-queries.ts';
import { rescheduleBooking } from '../../src/bookings/reschedule-booking.ts';
import { book } from '../support/attendee.ts';
import { browserTest, openPage } from '../support/browser.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { expectSound } from './sound.ts';
import { chooseTime, confirmLink, fillForm, heading, openDoor, sendForm } from './visitor.ts';

let service: TestService;
const berlin = { locale: 'en-GB', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' } as const;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(() => service.clock.set(monday));

afterAll(() => service.close());

browserTest('the way from the form to the mail is sound, sent once or again', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(berlin);
  await page.goto(address);
  await chooseTime(page, '11:00');
  await fillForm(page, 'sound@example.org');
  await sendForm(page);
  await service.settle();

  await expectSound(page, 'check-your-mail');
  await page.getByRole('button', { name: 'Send it again' }).click();
  await page.getByText('A mail has just gone out').waitFor();
  await expectSound(page, 'check-too-soon');
  service.clock.advance(61_000);
  await page.getByRole('button', { name: 'Send it again' }).click();
  await page.getByText('Sent again').waitFor();
  await expectSound(page, 'check-sent-again');
  await page.getByRole('button', { name: 'Correct the address' }).click();
  await page.getByText('Please correct the address').waitFor();
  await expectSound(page, 'form-correction');
});

browserTest('the way from the mail to the cancelled appointment is sound', async () => {
  const { address } = await openDoor(service);
  const page = await openPage(berlin);
  await page.goto(address);
  await chooseTime(page, '11:00');
  await fillForm(page, 'way@example.org');
  await sendForm(page);

  await page.goto(await confirmLink(service, 'way@example.org'));
  await expectSound(page, 'confirm');
  await page.getByRole('button', { name: 'Confirm appointment' }).click();
  await page.waitForURL('**/bookings/**');
  await expectSound(page, 'booked');
  await page.getByRole('link', { name: 'Move' }).click();
  await expectSound(page, 'move');
  await page.getByRole('button', { name: '14:30', exact: true }).click();
  await page.waitForURL('**start=**');
  await expectSound(page, 'move-asks');
  await page.getByRole('button', { name: 'Move' }).click();
  await page.waitForURL(/bookings\/[\w-]+$/);
  await expectSound(page, 'moved');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expectSound(page, 'cancel-asks');
  await page.getByRole('button', { name: 'Cancel appointment' }).click();
  await page.getByText('This appointment is cancelled').waitFor();
  await expectSound(page, 'cancelled');
});

browserTest(
  'an appointment that the organiser moved, and answers to its invitation, are sound',
  async () => {
    const { made } = await openDoor(service, { confirmation: 'instant', place: { kind: 'meet' } });
    const elsewhere = { timeZone: 'America/New_York' };
    const { body } = await book(service, made, '2026-11-24T14:00:00Z', elsewhere);
    await service.settle();
    const page = await openPage(berlin);
    const startsAt = new Date('2026-11-25T15:00:00Z');
    await rescheduleBooking(service.parts, { bookingId: body.id, startsAt, actor: 'organiser' });

    await page.goto(body.manageUrl);
    await expectSound(page, 'moved-by-organiser');
    await answer(body.id, 'accepted');
    await page.getByRole('button', { name: 'Keep the new time' }).click();
    await page.getByText('Your appointment is booked').waitFor();
    await expectSound(page, 'kept-and-accepted');
    await answer(body.id, 'declined');
    await page.reload();
    await expectSound(page, 'declined');
    service.clock.set('2026-11-26T08:00:00Z');
    await page.goto(body.manageUrl);
    expect(await heading(page)).toBe('This appointment is over');
    await expectSound(page, 'over');
  },
);

browserTest('a request that waits for the organiser, or ran out, is sound', async () => {
  const { address } = await openDoor(service, { confirmation: 'approval' });
  const [page, other] = [await openPage(berlin), await openPage(berlin)];
  await page.goto(address);
  await chooseTime(page, '11:00');
  await fillForm(page, 'asks@example.org');
  await sendForm(page);
  const unproven = page.url();
  const link = await confirmLink(service, 'asks@example.org');

  await page.goto(link);
  await expectSound(page, 'confirm-request');
  service.clock.advance(31 * 60_000);
  await page.reload();
  await expectSound(page, 'confirm-late');
  await page.goto(unproven);
  await expectSound(page, 'run-out');
  await other.goto(address);
  await chooseTime(other, '11:00');
  await page.goto(link);
  await page.getByRole('button', { name: 'Send my request' }).click();
  await page.getByText('This time is gone').waitFor();
  await expectSound(page, 'confirm-gone');
  await page.getByRole('button', { name: /11:30 – 12:00/ }).click();
  await page.waitForURL('**/bookings/**');
  await expectSound(page, 'awaiting-approval');
});

function answer(id: string, response: AttendeeResponse): Promise<void> {
  const { database, clock } = service.parts;
  return updateResponse(database, id, { response, comment: null, at: clock() });
}
