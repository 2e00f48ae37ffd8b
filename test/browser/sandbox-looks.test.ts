// Every other page of the sandbox, wide and on a phone, in light and dark.
import { createTransport } from 'nodemailer';
import { addEvent, removeEvent } from '../../src/sandbox/google/people/events.ts';
import type { World } from '../../src/sandbox/google/world.ts';
import {
  accessTo,
  lea,
  mira,
  openSandbox,
  post,
  sam,
  type OpenSandbox,
} from '../sandbox/open-sandbox.ts';
import {
  browserTest,
  expectNoAxeViolations,
  expectNoSidewaysScroll,
  openPage,
  phone,
  screenshot,
} from '../support/browser.ts';

const jo = 'jo@example.org';
const forms = { wide: {}, phone } as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [form, options] of Object.entries(forms)) {
    browserTest(
      `the sandbox’s pages are for everybody, ${form}, in the ${colorScheme}`,
      async () => {
        const sandbox = await openSandbox();
        const paths = await fill(sandbox);
        const page = await openPage({ ...options, colorScheme });

        for (const [name, path] of Object.entries(paths)) {
          await page.goto(sandbox.url + path);
          await expectNoAxeViolations(page);
          await expectNoSidewaysScroll(page);
          await screenshot(page, `sandbox-${name}-${form}-${colorScheme}`);
        }
      },
    );
  }
}

/** Something on every page; where each is. */
async function fill(sandbox: OpenSandbox): Promise<Record<string, string>> {
  const { url, world, inbox } = sandbox;
  await accessTo(sandbox, mira);
  await post(`${url}/troubles/lost-pushes/on`, {});
  const { id: practice } = world.addCalendar({ owner: mira, summary: 'Practice' });
  world.share(practice, sam, 'reader');
  world.share(lea, mira, 'writer');
  const visit = aVisit(world);
  removeEvent(world, { calendarId: mira, eventId: aVisit(world) });
  const transport = createTransport({ url: inbox.smtpUrl });
  await transport.sendMail({ from: mira, to: jo, subject: 'Your appointment', text: 'It stands.' });
  const asked = new URLSearchParams({ calendarId: mira, eventId: visit, guest: jo });
  return {
    start: '/?expired=sync-tokens',
    bin: `/calendar/${mira}/bin`,
    calendars: `/calendar/${mira}/calendars`,
    event: `/calendar/${mira}/${mira}/${visit}`,
    invitations: '/calendar/invitations',
    answer: `/calendar/answer?${asked.toString()}`,
    inbox: '/inbox',
    mail: '/inbox/000001?show=text',
  };
}

function aVisit(world: World): string {
  return addEvent(world, mira, {
    summary: 'An appointment with a title that is longer than a phone is wide',
    start: new Date('2026-11-26T13:00:00Z'),
    end: new Date('2026-11-26T13:30:00Z'),
    attendees: [{ email: jo }],
  }).id;
}
