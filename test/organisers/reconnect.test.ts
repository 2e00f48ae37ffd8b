import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { refreshBusy } from '../../src/calendars/refresh-busy.ts';
import { tellHealth } from '../../src/organisers/connections/tell-health.ts';
import { makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';
import { createVisitor } from './visitor.ts';

const please = 'Please connect your Google Calendar again';
const again = 'Your Google Calendar works again';

let service: TestService;

beforeAll(async () => {
  service = await startTestService();
});

afterAll(() => service.close());

test('a withdrawn permission takes the slots offline, tells the organiser once, and signing in heals it', async () => {
  const { organiser, eventType, email } = await makeOrganiser(service);
  const slots = `/api/organisers/${organiser.handle}/event-types/${eventType.slug}/slots?from=2026-11-24&to=2026-11-24&timeZone=UTC`;
  const visitor = createVisitor(service);
  const before = await visitor.open(slots);
  service.google.oauth.revokeGrant(email);

  await refreshBusy(service.parts, { organiserId: organiser.id });
  await refreshBusy(service.parts, { organiserId: organiser.id });
  await service.settle();
  const during = await visitor.open(slots);
  const dashboard = await visitor.signIn(email);
  await service.settle();
  const after = await visitor.open(slots);

  expect([before.status, during.status, after.status]).toEqual([200, 503, 200]);
  expect(JSON.parse(during.text)).toMatchObject({ code: 'calendar_unavailable' });
  expect(dashboard.url.pathname).toBe('/organiser');
  expect(subjectsTo(email)).toEqual([please, again]);
});

test('the mail says which account, and why, and leads to the calendars', async () => {
  const { organiser, email } = await makeOrganiser(service);
  service.google.oauth.revokeGrant(email);

  await refreshBusy(service.parts, { organiserId: organiser.id });
  await service.settle();

  const [mail] = service.inbox.to(email);
  expect(mail!.text).toContain(email);
  expect(mail!.text).toContain('the permission was withdrawn');
  expect(mail!.text).toContain(`${service.url}/organiser/calendars`);
});

test('while nothing changes, nothing is mailed', async () => {
  const { organiser, email } = await makeOrganiser(service);

  await tellHealth(service.parts, { organiserId: organiser.id });

  expect(subjectsTo(email)).toEqual([]);
});

function subjectsTo(email: string): string[] {
  return service.inbox.to(email).map(({ subject }) => subject);
}
