// Whose language counts: each mail speaks that of the person it goes to, and the event in Google that of the organiser,
// in whose calendar it stands.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { inLanguage } from '../../src/languages/current-language.ts';
import { say } from '../../src/languages/say.ts';
import { apiClient } from '../organisers/api-client.ts';
import { attendee, call, tokenOf } from '../support/attendee.ts';
import { type Desk, openDesk, ten } from '../support/desk.ts';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { visitor } from '../web/visit.ts';

let service: TestService;
let made: MadeOrganiser;
let desk: Desk;

beforeAll(async () => {
  service = await startTestService();
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service);
  desk = openDesk(service, made);
  const me = await apiClient(service, made.organiser.id);
  await me('PATCH', '/api/me', { language: 'fr' });
});

afterAll(() => service.close());

test('a German attendee of a French organiser reads German, and the organiser French', async () => {
  const { email } = await bookAs('de-AT');

  const [toAttendee] = service.inbox.to(email);
  const [toOrganiser] = service.inbox.to(made.email);
  const title = 'Visit';
  expect(toAttendee!.subject).toBe(
    inLanguage('de', () =>
      say('Confirmed: {title} with {organiser}', { title, organiser: 'Test Organiser' }),
    ),
  );
  expect(toAttendee!.html).toContain('<html lang="de">');
  expect(toAttendee!.text).toMatch(/Dienstag, 24\. November 2026.*10:00.*Europe\/Berlin, GMT\+1/);
  expect(toOrganiser!.subject).toBe(
    inLanguage('fr', () =>
      say('Booked: {title} with {attendee}', { title, attendee: 'Lea Attendee' }),
    ),
  );
  expect(toOrganiser!.html).toContain('<html lang="fr">');
  expect(toOrganiser!.text).toMatch(/mardi 24 novembre 2026.*10:00.*Europe\/Berlin, UTC\+1/);
});

test('who says nothing of a language is written to in English', async () => {
  const { email } = await bookAs(undefined);

  const [mail] = service.inbox.to(email);
  expect(mail!.subject).toBe('Confirmed: Visit with Test Organiser');
  expect(mail!.html).toContain('<html lang="en">');
});

test('the event in Google is in the organiser’s language, the file in the mail in its reader’s', async () => {
  const { email } = await bookAs('de');

  const [event] = desk.events();
  const file = service.inbox.to(email)[0]!.attachments[0]!.content.toString();
  const names = { attendee: 'Lea Attendee', organiser: 'Test Organiser' };
  const eventTitle = inLanguage('fr', () =>
    say('{title}: {attendee} with {organiser}', { title: 'Visit', ...names }),
  );
  // French has a narrow space before the colon; in the calendar it is an ordinary one
  expect(event!.summary).toBe(eventTitle.replaceAll(/\s/g, ' '));
  expect(unfolded(file)).toContain(`SUMMARY:${fileTitle('de')}`);
});

test('the file behind "add to calendar" is in the attendee’s language, whatever the browser speaks', async () => {
  const { token } = await bookAs('de');

  const headers = { 'Accept-Language': 'fr' };
  const { body } = await call(
    service,
    'GET',
    `/api/bookings/${token}/invite.ics`,
    undefined,
    headers,
  );

  expect(unfolded(body.text)).toContain(`SUMMARY:${fileTitle('de')}`);
});

test('the page behind the organiser’s link in a mail speaks the language that the organiser chose', async () => {
  const { id } = await bookAs('de');
  const page = `/bookings/undo/${service.parts.tokens.create('undo', id, 1)}`;

  const { markup } = await visitor(service).get(page, { 'Accept-Language': 'de' });

  expect(markup).toContain('<html lang="fr"');
});

async function bookAs(
  locale: string | undefined,
): Promise<{ email: string; id: string; token: string }> {
  const person = attendee({ locale });
  const { organiser, eventType } = made;
  const slot = { organiser: organiser.handle, eventType: eventType.slug, start: ten };
  const { body } = await call(service, 'POST', '/api/bookings', { ...slot, attendee: person });
  await service.settle();
  return { email: person.email, id: body.id as string, token: tokenOf(body.manageUrl) };
}

function fileTitle(language: 'de'): string {
  return inLanguage(language, () =>
    say('{eventType} with {organiser}', { eventType: 'Visit', organiser: 'Test Organiser' }),
  );
}

function unfolded(file: string): string {
  return file.replaceAll(/\r?\n[ \t]/g, '');
}
