import { expect, test } from '@jest/globals';
import type { World } from '../../../src/sandbox/google/world.ts';
import { ada, aWorld, as, ben, outsider, tuesdayNine } from './a-world.ts';

const visit = { ...tuesdayNine, id: 'abc123', summary: 'Check-up' };
const withBen = { ...visit, attendees: [{ email: ben }] };
const withBoth = { ...visit, attendees: [{ email: ben }, { email: outsider }] };
const all = { sendUpdates: 'all' };

function mails(world: World): string[] {
  return world.invitations.map(({ kind, to }) => `${kind} ${to}`);
}

test('a guest who removes the invitation answers by mail', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);

  as(world, ben).remove('abc123', all);

  expect(mails(world)).toEqual([`reply ${ada}`]);
});

test.each([
  ['all', [`invite ${ben}`, `invite ${outsider}`]],
  ['externalOnly', [`invite ${outsider}`]],
  ['none', []],
])('sendUpdates=%s decides who is mailed', (sendUpdates, expected) => {
  const { world } = aWorld();

  as(world, ada).insert(withBoth, { sendUpdates });

  expect(mails(world)).toEqual(expected);
});

test('nobody is mailed without sendUpdates, unless the switch says so', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);
  const silent = mails(world);

  world.switches.mailWithoutSendUpdates = true;
  as(world, ada).insert({ ...withBen, id: 'def456' });

  expect([silent, mails(world)]).toEqual([[], [`invite ${ben}`]]);
});

test('kept guests are told of an update, dropped ones of a cancellation, new ones invited', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);

  as(world, ada).patch(
    'abc123',
    { location: 'Room 2', attendees: [{ email: outsider }, { email: 'dora@example.org' }] },
    all,
  );
  as(world, ada).patch('abc123', { summary: 'Follow-up', attendees: [{ email: outsider }] }, all);

  expect(mails(world)).toEqual([
    `invite ${outsider}`,
    'invite dora@example.org',
    `cancel ${ben}`,
    'cancel dora@example.org',
    `update ${outsider}`,
  ]);
});

test('what a guest cannot see changes in silence', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);

  as(world, ada).patch('abc123', { extendedProperties: { private: { revision: '2' } } }, all);

  expect(mails(world)).toEqual([]);
});

test('a deleted event is called off by mail, a restored one invites again', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);

  as(world, ada).remove('abc123', all);
  as(world, ada).patch('abc123', { status: 'confirmed' }, all);

  expect(mails(world)).toEqual([`cancel ${ben}`, `invite ${ben}`]);
  expect(as(world, ben).get('abc123').status).toBe('confirmed');
});

test('an answer is mailed to the organiser with its comment', () => {
  const { world } = aWorld();
  as(world, ada).insert(withBen);

  as(world, ben).patch(
    'abc123',
    {
      attendees: [{ email: ben, responseStatus: 'tentative', comment: 'Maybe' }],
    },
    all,
  );

  expect(world.invitations).toMatchObject([
    { kind: 'reply', from: ben, to: ada, responseStatus: 'tentative', comment: 'Maybe' },
  ]);
});

test('an invitation in the outbox says what it is about', () => {
  const { world } = aWorld();

  as(world, ada).insert(withBen, all);

  expect(world.invitations).toEqual([
    {
      at: '2027-03-01T08:00:00.000Z',
      kind: 'invite',
      from: ada,
      to: ben,
      calendarId: ada,
      eventId: 'abc123',
      iCalUID: 'abc123@google.com',
      summary: 'Check-up',
      start: { dateTime: '2027-03-02T08:00:00.000Z', timeZone: 'Europe/Berlin' },
      end: { dateTime: '2027-03-02T09:00:00.000Z', timeZone: 'Europe/Berlin' },
    },
  ]);
});

test('an organiser on the own guest list is not mailed', () => {
  const { world } = aWorld();

  as(world, ada).insert({ ...visit, attendees: [{ email: ada }, { email: ben }] }, all);

  expect(mails(world)).toEqual([`invite ${ben}`]);
});
