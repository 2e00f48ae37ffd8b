// The editor of hours as a person without scripts uses it.
import { afterAll, beforeEach, expect, test } from '@jest/globals';
import { createVisitor, type Shown, type Visitor } from '../organisers/visitor.ts';
import { book, call } from '../support/attendee.ts';
import { addEventType, type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

const path = '/organiser/hours';

let service: TestService;
let made: MadeOrganiser;
let visitor: Visitor;

beforeEach(async () => {
  service ??= await startTestService({ now: '2026-11-23T08:00:00Z' });
  made = await makeOrganiser(service, { eventType: { slotStepMinutes: 60 } });
  visitor = createVisitor(service);
  await visitor.signIn(made.email);
});

afterAll(() => service.close());

test('hours are saved from a plain form, and the page says so; what a page shows is what it sends', async () => {
  const saved = await send({
    '1-0-opens': '8',
    '1-0-closes': '12:30',
    '1-1-opens': '2 pm',
    '1-1-closes': '24:00',
  });
  const before = await hoursOf();
  const again = await visitor.send(path, fieldsOn(saved.text));

  expect(saved.text).toContain('Your hours are saved.');
  expect(before).toMatchObject({
    weekly: [
      { weekday: 1, opens: '08:00', closes: '12:30' },
      { weekday: 1, opens: '14:00', closes: '24:00' },
    ],
  });
  expect(again.text).toContain('Nothing was changed.');
  expect(await hoursOf()).toEqual(before);
});

test('faults are shown with all that was typed, named in the order of the page, and nothing is saved', async () => {
  const before = await hoursOf();

  const shown = await send({
    '2-0-opens': 'early',
    '2-0-closes': '12:00',
    '1-0-opens': '9',
    '1-0-closes': '12',
    '1-1-opens': '15',
    '1-1-closes': '14',
    'off-from': '2026-11-20',
    'off-label': 'Fair',
  });

  expect(shown.status).toBe(400);
  expect(shown.text).toContain('value="early"');
  expect(shown.text).toContain('value="Fair"');
  expect(summaryOf(shown.text)).toEqual([
    '#field-1-1-closes Monday, second interval – Closes before it opens. To be open across midnight, write 15:00–24:00 here and 00:00–14:00 on the next day.',
    '#field-2-0-opens Tuesday, first interval – Write the opening time like 09:00.',
    '#field-off-to Time off until – This is past.',
  ]);
  expect(await hoursOf()).toEqual(before);
});

test('every button keeps what is typed, and saves nothing', async () => {
  const before = await hoursOf();
  const typed = { '1-0-opens': '7', '1-0-closes': '9', 'off-label': 'Fair' };

  const more = await send({ ...typed, do: 'add:1' });
  const less = await visitor.send(path, { ...fieldsOn(more.text), do: 'remove:1-0' });
  const copied = await visitor.send(path, [
    ...Object.entries({ ...fieldsOn(more.text), do: 'copy:1' }),
    ['copy-1-to', '2'],
    ['copy-1-to', '7'],
  ]);
  const seen = await visitor.send(path, { ...fieldsOn(copied.text), do: 'preview' });

  expect(fieldsOn(more.text)).toMatchObject({ '1-0-opens': '07:00', '1-1-opens': '' });
  expect(fieldsOn(less.text)).not.toHaveProperty('1-1-opens');
  expect(copied.text).toContain('Monday is copied to Tuesday and Sunday.');
  expect(fieldsOn(seen.text)).toMatchObject({
    '1-0-opens': '07:00',
    '2-0-opens': '07:00',
    '7-0-closes': '09:00',
    'off-label': 'Fair',
  });
  expect(await hoursOf()).toEqual(before);
});

test('the preview tells what the typed hours would give, beside what is offered now', async () => {
  await book(service, made, '2026-11-24T10:00:00+01:00');
  const preview = { 'preview-of': made.eventType.slug };

  const page = await send({ ...preview, '2-0-opens': '10', '2-0-closes': '13', do: 'preview' });
  const part = await visitor.send(`${path}/preview`, {
    ...week(),
    ...preview,
    'dates-from': '2026-11-25',
    'dates-to': '2026-11-27',
  });
  const faulty = await visitor.send(`${path}/preview`, { ...week(), '1-0-opens': 'x' });

  const tuesday = /Tuesday 24 November[^]*?<\/li>\s*<li class="preview-day"/.exec(page.text)![0];
  expect(startsIn(tuesday)).toEqual(['11:00', '12:00']);
  expect(tuesday).toContain('fewer');
  expect(part.text).not.toContain('<html');
  expect(part.text.match(/Nothing any more/g)).toHaveLength(3);
  expect(faulty.text).toContain('as soon as what you type is whole');
});

test('a range of dates is closed with a label, changed, removed and had back', async () => {
  const added = await send({
    ...week(),
    'dates-from': '2026-12-24',
    'dates-to': '2026-12-26',
    'dates-label': 'Christmas',
  });
  const taken = await visitor.send(path, {
    ...fieldsOn(added.text),
    do: 'change-dates:2026-12-24/2026-12-26',
  });
  const changed = await visitor.send(path, {
    ...fieldsOn(taken.text),
    'dates-to': '2026-12-25',
    'dates-0-opens': '10',
    'dates-0-closes': '12',
  });
  const removed = await visitor.send(path, { do: 'remove-dates:2026-12-24/2026-12-25' });
  const gone = await hoursOf();
  const back = await visitor.send(path, { ...fieldsOn(removed.text), do: undoIn(removed) });

  expect(added.text).toContain('Christmas');
  expect(fieldsOn(taken.text)).toMatchObject({
    'dates-was': '2026-12-24/2026-12-26',
    'dates-label': 'Christmas',
  });
  expect(changed.text).toContain('10:00–12:00');
  expect(gone).toMatchObject({ overrides: [] });
  expect(back.text).toContain('It is as it was before.');
  expect(await hoursOf()).toMatchObject({
    overrides: ['2026-12-24', '2026-12-25'].map((date) => ({
      date,
      intervals: [{ opens: '10:00', closes: '12:00' }],
    })),
  });
});

test('what was changed again since is not taken back', async () => {
  const first = await send({ '1-0-opens': '8', '1-0-closes': '9' });
  await send({ '1-0-opens': '8', '1-0-closes': '10' });

  const late = await visitor.send(path, { do: undoIn(first) });

  expect(late.text).toContain('nothing was taken back');
  expect(await hoursOf()).toMatchObject({ weekly: [{ closes: '10:00' }] });
});

test('what is typed beside stays when dates are removed', async () => {
  const added = await send({ ...week(), 'dates-from': '2026-12-24' });

  const removed = await visitor.send(path, {
    ...fieldsOn(added.text),
    '6-0-opens': '10',
    '6-0-closes': '12',
    do: 'remove-dates:2026-12-24/2026-12-24',
  });

  expect(removed.text).toContain('Removed');
  expect(fieldsOn(removed.text)).toMatchObject({ '6-0-opens': '10:00' });
  expect(await hoursOf()).toMatchObject({ overrides: [] });
});

test('time off is added, changed, removed and had back', async () => {
  const added = await send({
    ...week(),
    'off-from': '2026-11-24',
    'off-from-time': '10',
    'off-to-time': '12',
    'off-label': 'Dentist',
  });
  const id = /change-off:([\w-]+)/.exec(added.text)![1]!;
  const taken = await visitor.send(path, { ...fieldsOn(added.text), do: `change-off:${id}` });
  await visitor.send(path, { ...fieldsOn(taken.text), 'off-to-time': '16' });
  const closed = await slotsOf();
  const removed = await visitor.send(path, { do: `remove-off:${id}` });
  const open = await slotsOf();
  await visitor.send(path, { ...fieldsOn(removed.text), do: undoIn(removed) });

  expect(added.text).toContain('The time off is saved.');
  expect(fieldsOn(taken.text)).toMatchObject({ 'off-id': id, 'off-to-time': '12:00' });
  expect(closed).toEqual(['09:00', '16:00']);
  expect(open).toHaveLength(8);
  expect(await slotsOf()).toEqual(closed);
});

test('appointments that would be outside are named before anything is saved, and after', async () => {
  const booked = { name: 'Lea Sommer' };
  const { id } = (await book(service, made, '2026-11-24T10:00:00+01:00', booked)).body;
  const before = await hoursOf();

  const asked = await send({ '2-0-opens': '14', '2-0-closes': '17' });
  const unchanged = await hoursOf();
  const saved = await visitor.send(path, fieldsOn(asked.text));
  const later = await send({ '2-0-opens': '15', '2-0-closes': '17' });

  expect(asked.status).toBe(409);
  expect(asked.text).toContain('One appointment would be outside of your hours');
  expect(asked.text).toContain(`href="/organiser/bookings/${id}"`);
  expect(asked.text).toMatch(/Lea Sommer<\/a>,\s+Tue, 24 Nov 2026, 10:00–10:30/);
  expect(unchanged).toEqual(before);
  expect(saved.status).toBe(200);
  expect(saved.text).toContain('One appointment is outside of your hours');
  expect(saved.text).toContain('Lea Sommer');
  expect(later.status).toBe(200);
});

test('whoever accepted one appointment outside is asked again about another', async () => {
  await book(service, made, '2026-11-24T10:00:00+01:00');
  const asked = await send({ '2-0-opens': '14', '2-0-closes': '17', ...weekBut(2) });
  await book(service, made, '2026-11-24T11:00:00+01:00', { name: 'Sam Ode' });

  const again = await visitor.send(path, fieldsOn(asked.text));

  expect(again.status).toBe(409);
  expect(again.text).toContain('Sam Ode');
});

test('a new zone says what it does, and the organiser lives there from then on', async () => {
  const page = await visitor.open(path);

  const saved = await visitor.send(path, {
    ...fieldsOn(page.text),
    timeZone: 'America/New_York',
  });

  expect(page.text).toContain('09:00 stays 09:00');
  expect(saved.text).toContain('read in the new zone from now on');
  expect(saved.text).toContain('America/New York (GMT−5)');
  expect((await visitor.open('/api/me')).text).toContain('America/New_York');
});

test('a schedule is added with the hours of another, renamed, copied, made the default, and deleted', async () => {
  const page = await visitor.open(path);
  const copyOf = /name="copyOf" value="([\w-]+)"/.exec(page.text)![1]!;

  const added = await visitor.send(`${path}/schedules`, { 'new-name': 'Evenings', copyOf });
  const own = added.url.pathname;
  const renamed = await visitor.send(`${own}/rename`, { name: 'Late' });
  const copied = await visitor.send(`${own}/duplicate`, {});
  const taken = await visitor.send(`${copied.url.pathname}/rename`, { name: 'late' });
  const first = await visitor.send(`${own}/default`, {});
  const deleted = await visitor.send(`${copied.url.pathname}/delete`, {});

  expect(added.text).toContain('The schedule is there.');
  expect(fieldsOn(added.text)).toMatchObject({ '1-0-opens': '09:00' });
  expect(renamed.text).toContain('Late');
  expect(copied.text).toContain('Late (copy)');
  expect(taken.status).toBe(400);
  expect(taken.text).toContain('You have another schedule of this name.');
  expect(first.url.pathname).toBe(path);
  expect(deleted.text).toContain('The schedule is deleted.');
});

test('a named schedule has an editor of its own, and its hours do not touch the default one', async () => {
  const before = await hoursOf();
  const added = await visitor.send(`${path}/schedules`, { 'new-name': 'Evenings' });

  const saved = await visitor.send(added.url.pathname, {
    timeZone: 'Europe/Berlin',
    '2-0-opens': '18',
    '2-0-closes': '20',
  });

  expect(fieldsOn(saved.text)).toMatchObject({ '2-0-opens': '18:00' });
  expect(await hoursOf()).toEqual(before);
});

test('a schedule that is in use asks where its event types go', async () => {
  const added = await visitor.send(`${path}/schedules`, { 'new-name': 'Evenings' });
  const own = added.url.pathname;
  const schedule = own.split('/').at(-1)!;
  await addEventType(service, made.organiser.id, { title: 'Late visit', schedule });

  const page = await visitor.open(own);
  const refused = await visitor.send(`${own}/delete`, {});
  const deleted = await visitor.send(`${own}/delete`, { moveTo: 'default' });

  expect(page.text).toContain('Late visit would need other hours.');
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('Say which schedule they should use instead.');
  expect(deleted.text).toContain('The schedule is deleted.');
});

test('making another schedule the default asks about the appointments that it leaves outside', async () => {
  await book(service, made, '2026-11-24T10:00:00+01:00', { name: 'Lea Sommer' });
  const added = await visitor.send(`${path}/schedules`, { 'new-name': 'Evenings' });
  const own = added.url.pathname;
  await visitor.send(own, { timeZone: 'Europe/Berlin', '2-0-opens': '18', '2-0-closes': '20' });

  const asked = await visitor.send(`${own}/default`, {});
  const done = await visitor.send(`${own}/default`, fieldsOn(asked.text));

  expect(asked.status).toBe(409);
  expect(asked.text).toContain('Lea Sommer');
  expect(done.text).toContain('This is the default schedule now.');
});

test('an event type that chooses other hours asks about the appointments that they leave outside', async () => {
  await book(service, made, '2026-11-24T10:00:00+01:00', { name: 'Lea Sommer' });
  const added = await visitor.send(`${path}/schedules`, { 'new-name': 'Evenings' });
  const own = added.url.pathname;
  await visitor.send(own, { timeZone: 'Europe/Berlin', '2-0-opens': '18', '2-0-closes': '20' });
  const address = `/organiser/event-types/${made.eventType.slug}`;
  const schedule = own.split('/').at(-1)!;
  const page = await visitor.open(address);

  const asked = await visitor.send(address, { ...eventTypeFields(page.text), schedule });
  const saved = await visitor.send(address, fieldsOn(asked.text));

  expect(asked.status).toBe(409);
  expect(asked.text).toContain('Lea Sommer');
  expect(saved.status).toBe(200);
  expect((await visitor.open(`/api/me${address.slice(10)}`)).text).toContain(schedule);
});

test('a new zone in the profile asks about the appointments that it leaves outside, and keeps labels', async () => {
  await send({ ...week(), 'dates-from': '2026-12-24', 'dates-label': 'Christmas' });
  await book(service, made, '2026-11-24T10:00:00+01:00', { name: 'Lea Sommer' });
  const profile = { name: 'Mira', handle: made.organiser.handle, timeZone: 'America/New_York' };

  const asked = await visitor.send('/organiser/profile', profile);
  const before = await visitor.open('/api/me');
  const saved = await visitor.send('/organiser/profile', fieldsOn(asked.text));

  expect(asked.status).toBe(409);
  expect(asked.text).toContain('Lea Sommer');
  expect(before.text).toContain('Europe/Berlin');
  expect(saved.text).toContain('America/New_York');
  expect((await visitor.open(path)).text).toContain('Christmas');
});

test('hours of another organiser are not there', async () => {
  const added = await visitor.send(`${path}/schedules`, { 'new-name': 'Evenings' });
  const other = createVisitor(service);
  await other.signIn((await makeOrganiser(service)).email);

  const answers = [
    await other.open(added.url.pathname),
    await other.send(added.url.pathname, { do: 'save' }),
    await other.send(`${added.url.pathname}/preview`, {}),
    await other.send(`${added.url.pathname}/rename`, { name: 'Mine' }),
    await other.send(`${added.url.pathname}/delete`, {}),
    await other.send(`${added.url.pathname}/default`, {}),
  ];

  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 404));
});

test('nonsense is answered, not broken on', async () => {
  const presses = [
    'copy:9',
    'add:9',
    'remove:x',
    'change-dates:',
    'remove-dates:x',
    'change-off:x',
    'remove-off:x',
    'restore-off:x',
    'undo:x',
    'leave:x',
    '__proto__',
    'constructor',
    '',
  ];

  const answers = [];
  for (const press of presses) answers.push(await visitor.send(path, { do: press }));
  answers.push(
    await visitor.send(path, { ...week(), 'off-id': 'x', 'off-from': '2026-12-01' }),
    await visitor.send(path, { ...week(), 'dates-was': 'x/y', 'dates-from': '2026-12-01' }),
    await visitor.send(path, { ...week(), accepted: 'x', 'dates-to': 'x' }),
    await visitor.send(`${path}/schedules`, { 'new-name': '', copyOf: 'x' }),
    await visitor.send(`${path}/x/delete`, { moveTo: 'x' }),
    await visitor.open(`${path}/x`),
    await visitor.open(`${path}?saved=__proto__&was=x&off=x`),
  );

  expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
});

test('400 dates stay quick', async () => {
  const overrides = Array.from({ length: 400 }, (_, index) => ({
    date: new Date(Date.parse('2026-12-01') + index * 2 * 86_400_000).toISOString().slice(0, 10),
    intervals: [{ opens: '09:00', closes: '10:00' }],
  }));
  const fields = { timeZone: 'Europe/Berlin', weekly: [], overrides };
  const put = await fetch(new URL('/api/me/availability', service.url), {
    method: 'PUT',
    headers: {
      'content-type': 'application/json',
      origin: service.url,
      cookie: `quarterhour-session=${visitor.cookie('quarterhour-session')!}`,
    },
    body: JSON.stringify(fields),
  });
  const before = performance.now();

  const page = await visitor.open(path);
  const saved = await visitor.send(path, { ...fieldsOn(page.text), '1-0-opens': '' });

  expect(put.status).toBe(200);
  expect(saved.status).toBe(200);
  expect(performance.now() - before).toBeLessThan(2000);
});

function send(fields: Record<string, string>): Promise<Shown> {
  return visitor.send(path, { timeZone: 'Europe/Berlin', ...fields });
}

/** Monday to Friday as they are, as fields. */
function week(): Record<string, string> {
  return { timeZone: 'Europe/Berlin', ...weekBut(null) };
}

function weekBut(without: number | null): Record<string, string> {
  const days = [1, 2, 3, 4, 5].filter((day) => day !== without);
  return Object.fromEntries(
    days.flatMap((day) => [
      [`${day}-0-opens`, '09:00'],
      [`${day}-0-closes`, '17:00'],
    ]),
  );
}

async function hoursOf(): Promise<unknown> {
  return JSON.parse((await visitor.open('/api/me/availability')).text);
}

/** On Tuesday, on Berlin's clock. */
async function slotsOf(): Promise<string[]> {
  const query = 'from=2026-11-24&to=2026-11-24&timeZone=Europe/Berlin';
  const { handle } = made.organiser;
  const address = `/api/organisers/${handle}/event-types/${made.eventType.slug}/slots?${query}`;
  const { body } = await call(service, 'GET', address);
  return body.slots.map(({ start }: { start: string }) => start.slice(11, 16));
}

/** What the first form of the page would send by its first button. */
function fieldsOn(page: string): Record<string, string> {
  const form = /<form[^]*?<\/form>/.exec(/<main[^]*/.exec(page)![0])![0];
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const texts = inputs.filter((tag) => !tag.includes('type="checkbox"'));
  const selects = [...form.matchAll(/<select[^>]*name="([^"]+)"[^]*?<\/select>/g)];
  return {
    ...Object.fromEntries(texts.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')])),
    ...Object.fromEntries(
      selects.map(([text, name]) => [name, /value="([^"]*)" selected/.exec(text)?.[1] ?? '']),
    ),
  };
}

/** What an event type's form would send, questions left out: there are none. */
function eventTypeFields(page: string): Record<string, string> {
  const form = /<form[^>]* data-event-type>([^]*?)<\/form>/.exec(page)![1]!;
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => tag);
  const sent = inputs.filter(
    (tag) => !/type="(radio|checkbox)"/.test(tag) || / checked\b/.test(tag),
  );
  const selects = [...form.matchAll(/<select[^>]*name="([^"]+)"[^]*?<\/select>/g)];
  return {
    ...Object.fromEntries(sent.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')])),
    ...Object.fromEntries(
      selects.map(([text, name]) => [name, /value="([^"]*)" selected/.exec(text)?.[1] ?? '']),
    ),
  };
}

function attribute(tag: string, name: string): string {
  return new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function summaryOf(page: string): string[] {
  const summary = /<div class="error-summary"[^]*?<\/ul>/.exec(page)![0];
  return [...summary.matchAll(/<a href="([^"]+)">([^<]*)<\/a>/g)].map(
    ([, href, text]) => `${href} ${text}`,
  );
}

function undoIn({ text }: Shown): string {
  return /value="((?:undo|restore-off):[^"]+)"/.exec(text)![1]!;
}

function startsIn(day: string): string[] {
  return [...day.matchAll(/<li class="preview-(?:same|new)">\s*([\d:]+)/g)].map(
    (match) => match[1]!,
  );
}
