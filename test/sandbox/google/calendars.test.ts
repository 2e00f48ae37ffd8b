import { expect, test } from '@jest/globals';
import type { Role } from '../../../src/sandbox/google/state.ts';
import { ada, aWorld, as, ben, plain, refusal, tuesdayNine, type Listing } from './a-world.ts';

const read = ['https://www.googleapis.com/auth/calendar.events.freebusy'];
const owned = ['https://www.googleapis.com/auth/calendar.events.owned'];
const event = { ...tuesdayNine, id: 'abc123', summary: 'Check-up' };

function listed(world: ReturnType<typeof aWorld>['world'], account: string, params = {}) {
  const { body } = as(world, account).ask('calendarList.list', params);
  return plain(body) as Listing;
}

test('the primary calendar is called primary and by its address', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(event);

  const byAddress = me.get('abc123', { calendarId: ada });

  expect(byAddress).toEqual(me.get('abc123'));
});

test("another's calendar is not found", () => {
  const { world } = aWorld();
  as(world, ada).insert(event);
  const other = as(world, ben);

  const said = [
    refusal(() => other.list({ calendarId: ada })),
    refusal(() => other.get('abc123', { calendarId: ada })),
    refusal(() => other.insert(tuesdayNine, { calendarId: ada })),
    refusal(() => other.ask('calendars.get', { calendarId: ada })),
  ];

  expect(said).toEqual(['404 notFound', '404 notFound', '404 notFound', '404 notFound']);
});

test.each<[Role, string, string | undefined]>([
  ['freeBusyReader', '403 requiredAccessLevel', undefined],
  ['reader', '403 requiredAccessLevel', 'Check-up'],
  ['writer', 'accepted', 'Check-up'],
  ['owner', 'accepted', 'Check-up'],
])('a %s sees and writes what that role may', (role, said, summary) => {
  const { world } = aWorld();
  as(world, ada).insert(event);
  world.share(ada, ben, role);
  const other = as(world, ben);

  const seen = other.get('abc123', { calendarId: ada });
  const written = refusal(() => other.insert(tuesdayNine, { calendarId: ada }));

  expect(seen.summary).toBe(summary);
  expect(seen.start.dateTime).toBe('2027-03-02T09:00:00+01:00');
  expect(written).toBe(said);
});

test('a reader sees only the times of a private event', () => {
  const { world } = aWorld();
  as(world, ada).insert({ ...event, visibility: 'private' });
  world.share(ada, ben, 'reader');

  expect(as(world, ben).get('abc123', { calendarId: ada }).summary).toBeUndefined();
});

test('a token for free/busy alone shows only times', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(event);

  const { body } = me.ask('events.list', {}, undefined, { scopes: read });

  expect((plain(body) as Listing).items[0]).not.toHaveProperty('summary');
});

test('a token for owned calendars does not write on another’s', () => {
  const { world } = aWorld();
  world.share(ada, ben, 'writer');
  const insert = (calendarId: string) => () =>
    as(world, ben).ask('events.insert', { calendarId }, tuesdayNine, { scopes: owned });

  expect(refusal(insert(ada))).toBe('403 forbidden');
  expect(refusal(insert('primary'))).toBe('accepted');
});

test('the calendar list has the primary, the secondary and the shared ones with their roles', () => {
  const { world } = aWorld();
  const { id } = world.addCalendar({ owner: ada, summary: 'Practice' });
  world.share(ben, ada, 'reader');

  const { items } = listed(world, ada);

  expect(items).toMatchObject([
    { id: ada, primary: true, accessRole: 'owner', timeZone: 'Europe/Berlin' },
    { id: ben, accessRole: 'reader', timeZone: 'Europe/London' },
    { id, summary: 'Practice', accessRole: 'owner' },
  ]);
});

test('minAccessRole leaves out the lesser roles', () => {
  const { world } = aWorld();
  world.share(ben, ada, 'reader');

  expect(listed(world, ada, { minAccessRole: 'writer' }).items.map(({ id }) => id)).toEqual([ada]);
});

test('the calendar list comes in pages and tells what changed since', () => {
  const { world } = aWorld();
  world.share(ben, ada, 'reader');
  const first = listed(world, ada, { maxResults: '1' });
  const last = listed(world, ada, { maxResults: '1', pageToken: first.nextPageToken });
  world.share(ben, ada, 'none');

  const delta = listed(world, ada, { syncToken: last.nextSyncToken });

  expect([first.nextSyncToken, last.items[0]!.id]).toEqual([undefined, ben]);
  expect(delta.items).toMatchObject([{ id: ben, deleted: true }]);
});

test('the account’s zone can be asked', () => {
  const { world } = aWorld();

  const { body } = as(world, ada).ask('settings.get', { setting: 'timezone' });

  expect(body).toMatchObject({ id: 'timezone', value: 'Europe/Berlin' });
});

test('a sync of the calendar list cannot be narrowed by role', () => {
  const { world } = aWorld();
  const { nextSyncToken: syncToken } = listed(world, ada);

  expect(refusal(() => listed(world, ada, { syncToken, minAccessRole: 'owner' }))).toBe(
    '400 invalid',
  );
});
