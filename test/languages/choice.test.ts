// Which language a page speaks: the one chosen in this browser, else that of the booking, else the browser's first that
// we speak. And how it is chosen without losing one's place or one's words.
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { attendee, call, hold, tokenOf } from '../support/attendee.ts';
import { openDesk, ten } from '../support/desk.ts';
import { makeOrganiser, type MadeOrganiser } from '../support/makers.ts';
import { pretendToSpeak } from '../support/pseudo-language.ts';
import { monday, startTestService, type TestService } from '../support/service.ts';
import { pathOf, type Shown, visitor } from '../web/visit.ts';

let service: TestService;
let made: MadeOrganiser;
let visit: ReturnType<typeof visitor>;
let stopPretending: () => void;

beforeAll(async () => {
  service = await startTestService();
  visit = visitor(service);
  stopPretending = pretendToSpeak('de');
});

beforeEach(async () => {
  service.clock.set(monday);
  made = await makeOrganiser(service, { eventType: { confirmation: 'email' } });
});

afterAll(async () => {
  stopPretending();
  await service.close();
});

const german = { 'Accept-Language': 'de-DE,de;q=0.9' };
const choseFrench = { Cookie: 'quarterhour-language=fr' };
const choseGerman = { Cookie: 'quarterhour-language=de' };

test.each([
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['pt-BR,es;q=0.8,en;q=0.5', 'es'],
  ['hi', 'hi'],
  ['fr-CA', 'fr'],
  ['ja,zh;q=0.9', 'en'],
  ['*', 'en'],
  ['', 'en'],
  ['nonsense!!', 'en'],
])('a browser that asks for "%s" is answered in %s', async (asked, language) => {
  expect(languageOf(await visit.get('/', { 'Accept-Language': asked }))).toBe(language);
});

test('what was chosen in this browser wins over what the browser asks for', async () => {
  expect(languageOf(await visit.get('/', { ...german, ...choseFrench }))).toBe('fr');
});

test('a cookie of no language that we speak chooses none', async () => {
  const shown = await visit.get('/', { ...german, Cookie: 'quarterhour-language=xx' });

  expect(languageOf(shown)).toBe('de');
});

test('each page offers the languages by their own names, and tells which one it speaks', async () => {
  const { markup } = await visit.get(pathOf(made), german);

  const offered = [...markup.matchAll(/<button name="language" value="(..)" lang="(..)"/g)];
  expect(offered.map(([, value, lang]) => [value, lang])).toEqual(
    ['en', 'es', 'de', 'fr', 'hi'].map((language) => [language, language]),
  );
  expect(markup).toMatch(/lang="de" aria-pressed="true">Deutsch</);
  expect(markup).toMatch(/lang="en" aria-pressed="false">English</);
});

test('a choice is kept for a year, and leads back to the same page with all that it asked for', async () => {
  const page = `${pathOf(made)}?date=2026-11-25&timeZone=Asia%2FTokyo`;

  const { status, location, headers } = await choose('de', `${service.url}${page}`);

  expect([status, location]).toEqual([303, page]);
  const cookie = headers.get('Set-Cookie')!;
  expect(cookie).toMatch(/^quarterhour-language=de;.*path=\/;.*samesite=lax;.*httponly/i);
  const expires = new Date(/expires=([^;]+)/.exec(cookie)![1]!).getTime();
  expect(Math.round((expires - Date.now()) / 86_400_000)).toBe(365);
});

test.each([
  ['https://elsewhere.example.com/page', '/'],
  ['', '/'],
  ['not an address', '/'],
  ['{us}//elsewhere.example.com/x?y=1', '/elsewhere.example.com/x?y=1'],
  ['{us}/\\\\elsewhere.example.com', '/elsewhere.example.com'],
])('a choice made on "%s" leads to no other site', async (from, location) => {
  expect((await choose('de', from.replace('{us}', service.url))).location).toBe(location);
});

test('a form of another site chooses nothing', async () => {
  const { status, headers } = await visit.post(
    '/language',
    { language: 'de' },
    { Origin: 'https://elsewhere.example.com', 'Sec-Fetch-Site': 'cross-site' },
  );

  expect(status).toBe(403);
  expect(headers.get('Set-Cookie')).toBeNull();
});

test('a language that we do not speak is not kept', async () => {
  const { status, headers } = await choose('xx', service.url);

  expect(status).toBe(400);
  expect(headers.get('Set-Cookie')).toBeNull();
});

test('caches keep the languages apart, also where nothing has changed', async () => {
  const profile = `/${made.organiser.handle}`;
  const english = await visit.get(profile);
  const etag = english.headers.get('ETag')!;

  const known = { 'If-None-Match': etag, 'Cache-Control': 'max-age=0' };
  const same = await visit.get(profile, known);
  const other = await visit.get(profile, { ...known, ...german });
  const chosen = await visit.get(profile, { ...known, ...choseGerman });

  expect([same.status, other.status, chosen.status]).toEqual([304, 200, 200]);
  // Not by Cookie: without scripts Back would ask anew for a page that it has, once a hold's cookie has come.
  for (const { headers } of [english, same, other, chosen]) {
    expect(headers.get('Vary')).toContain('Accept-Language');
    expect(headers.get('Cache-Control')).toBe('no-cache');
  }
});

test('what was typed comes back in the language that is chosen, and nothing is sent', async () => {
  const { body } = await hold(service, made, ten);
  const typed = { name: 'Lea Sommer', email: 'not finished', note: 'Two stairs' };
  const place = { hold: body.token, start: ten, timeZone: 'Asia/Tokyo', clock: '12' };

  const { status, markup, headers } = await visit.post(`${pathOf(made)}/book`, {
    ...place,
    ...typed,
    language: 'de',
  });

  expect(status).toBe(200);
  expect(languageOf({ markup })).toBe('de');
  expect(headers.get('Set-Cookie')).toContain('quarterhour-language=de');
  expect(markup).toContain('value="Lea Sommer"');
  expect(markup).toContain('value="not finished"');
  expect(markup).toContain('>Two stairs</textarea>');
  expect(markup).toContain('name="timeZone" value="Asia/Tokyo"');
  expect(markup).not.toContain('error-summary');
  expect(service.inbox.to('not finished')).toEqual([]);
});

test('the reason for a cancellation that is being typed comes back too', async () => {
  const { manage } = await openDesk(service, made).makeConfirmed();
  const page = manage.replace('/api', '');

  const asked = await visit.post(`${page}/cancel`, { reason: 'I am away', language: 'de' });

  expect(asked.status).toBe(200);
  expect(languageOf(asked)).toBe('de');
  expect(asked.markup).toContain('>I am away</textarea>');
  expect((await call(service, 'GET', manage)).body.state).toBe('confirmed');
});

test('a page opened from a mail speaks as its booking was made, unless another was chosen', async () => {
  const { requested } = await openDesk(service, made).makeRequest(ten, { locale: 'de-AT' });
  const page = `/bookings/${tokenOf(requested.body.manageUrl)}`;
  const french = { 'Accept-Language': 'fr' };

  expect(languageOf(await visit.get(page, french))).toBe('de');
  expect(languageOf(await visit.get(`${page}/cancel`, french))).toBe('de');
  expect(languageOf(await visit.get(page, { ...french, ...choseFrench }))).toBe('fr');
  expect(languageOf(await visit.get('/bookings/nonsense', french))).toBe('fr');
});

test('a form is kept with the language of its page', async () => {
  const page = { Cookie: choseGerman.Cookie, 'Accept-Language': 'fr-CA' };

  expect(await localeOfForm(page)).toBe('de');
  expect(await localeOfForm({ 'Accept-Language': 'de-CH' })).toBe('de-CH');
});

test('a program may name the language; what it asks for in HTTP counts where it does not', async () => {
  const named = await requestBy({ locale: 'es' }, german);
  const unnamed = await requestBy({}, german);

  expect([named, unnamed]).toEqual(['es', 'de']);
});

function choose(language: string, from: string): Promise<Shown> {
  return visit.post('/language', { language }, from ? { Referer: from } : {});
}

function languageOf({ markup }: Pick<Shown, 'markup'>): string | undefined {
  return /<html lang="(\w+)"/.exec(markup)?.[1];
}

async function localeOfForm(headers: Record<string, string>): Promise<string> {
  const { body } = await hold(service, made, ten);
  const { name, email } = attendee();
  const form = { hold: body.token, start: ten, name, email, timeZone: 'Europe/Berlin' };
  const { status } = await visit.post(`${pathOf(made)}/book`, form, headers);
  expect(status).toBe(303);
  const locale = await localeOfBooking(email);
  await call(service, 'DELETE', `/api/holds/${body.token}`);
  service.clock.advance(86_400_000 / 24);
  return locale;
}

async function requestBy(wishes: object, headers: Record<string, string>): Promise<string> {
  const { body } = await hold(service, made, ten);
  const person = attendee(wishes);
  await call(service, 'POST', '/api/bookings', { hold: body.token, attendee: person }, headers);
  service.clock.advance(86_400_000 / 24);
  return localeOfBooking(person.email);
}

async function localeOfBooking(email: string): Promise<string> {
  const { rows } = await service.parts.database.pool.query<{ locale: string }>(
    'select attendee_locale as locale from bookings where attendee_email = $1',
    [email],
  );
  return rows[0]!.locale;
}
