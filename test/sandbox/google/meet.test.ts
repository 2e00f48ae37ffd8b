import { expect, test } from '@jest/globals';
import { ada, aWorld, as, ben, refusal, tuesdayNine } from './a-world.ts';

function asking(requestId: string) {
  const conferenceSolutionKey = { type: 'hangoutsMeet' };
  return { conferenceData: { createRequest: { requestId, conferenceSolutionKey } } };
}

const versioned = { conferenceDataVersion: '1' };
const visit = { ...tuesdayNine, id: 'abc123', attendees: [{ email: ben }], ...asking('first') };

test('without the version, conference data is silently dropped', () => {
  const { world } = aWorld();

  const event = as(world, ada).insert(visit);

  expect(event.conferenceData).toBeUndefined();
});

test('a link is pending in the reply and there at the next look, for the guest too', () => {
  const { world } = aWorld();

  const pending = as(world, ada).insert(visit, versioned);
  const event = as(world, ada).get('abc123');

  expect(pending.conferenceData!.createRequest!.status).toEqual({ statusCode: 'pending' });
  expect(pending.hangoutLink).toBeUndefined();
  expect(event.conferenceData!.createRequest!.status).toEqual({ statusCode: 'success' });
  expect(event.hangoutLink).toMatch(/^https:\/\/meet\.google\.com\/[a-z]{3}-[a-z]{4}-[a-z]{3}$/);
  expect(event.conferenceData!.entryPoints).toMatchObject([{ uri: event.hangoutLink }]);
  expect(event.etag).not.toBe(pending.etag);
  expect(as(world, ben).get('abc123').hangoutLink).toBe(event.hangoutLink);
});

test('a link may take its time, through other writes, and may fail', () => {
  const { world, clock } = aWorld();
  world.switches.meet = { outcome: 'failure', delaySeconds: 60 };
  const me = as(world, ada);
  me.insert(visit, versioned);
  const statusNow = () => me.get('abc123').conferenceData!.createRequest!.status!.statusCode;

  me.patch('abc123', { summary: 'Another' });
  const before = statusNow();
  clock.set('2027-03-01T08:01:00Z');

  expect([before, statusNow()]).toEqual(['pending', 'failure']);
  expect(me.get('abc123').hangoutLink).toBeUndefined();
});

test('the same request again is ignored, another makes another link', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(visit, versioned);
  const first = me.get('abc123').hangoutLink;

  me.patch('abc123', asking('first'), versioned);
  const same = me.get('abc123').hangoutLink;
  me.patch('abc123', asking('second'), versioned);
  const other = me.get('abc123').hangoutLink;

  expect(same).toBe(first);
  expect(other).not.toBe(first);
});

test('a write without the version leaves the link, a null with it takes it away', () => {
  const { world } = aWorld();
  const me = as(world, ada);
  me.insert(visit, versioned);

  me.patch('abc123', { summary: 'Another', conferenceData: null });
  me.update('abc123', tuesdayNine);
  const kept = me.get('abc123').hangoutLink;
  me.patch('abc123', { conferenceData: null }, versioned);

  expect(kept).toBeDefined();
  expect(me.get('abc123').hangoutLink).toBeUndefined();
  expect(me.get('abc123').conferenceData).toBeUndefined();
});

test('a request needs an id', () => {
  const { world } = aWorld();
  const body = { ...tuesdayNine, conferenceData: { createRequest: {} } };

  expect(refusal(() => as(world, ada).insert(body, versioned))).toBe('400 invalid');
});
