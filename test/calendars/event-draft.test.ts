import { expect, test } from '@jest/globals';
import { draftEvent } from '../../src/calendars/event-draft.ts';
import type { Publication } from '../../src/calendars/publication.ts';
import type { Place } from '../../src/event-types/event-type.ts';

function draft(change: { place?: Place; name?: string } = {}) {
  const publication: Publication = {
    bookingId: 'b',
    organiserId: 'o',
    locale: 'en',
    organiserName: 'Mira Example',
    timeZone: 'Europe/Berlin',
    state: 'confirmed',
    startsAt: new Date('2026-03-03T10:00:00Z'),
    endsAt: new Date('2026-03-03T10:30:00Z'),
    changedAt: new Date('2026-03-02T12:00:00Z'),
    revision: 1,
    manageGeneration: 1,
    attendee: null,
    eventTypeTitle: 'Visit',
    place: change.place ?? { kind: 'none' },
    eventId: 'e',
    agreedRevision: null,
    agreedEtag: null,
    isFlagged: false,
    isKnownThere: false,
    conferenceLink: null,
    target: null,
  };
  const guest = { name: change.name ?? 'Ada Example', email: 'ada@example.org' };
  return draftEvent(publication, { id: 'e', guest, manageUrl: 'https://example.com/bookings/t' });
}

test('the title names what it is and who meets whom', () => {
  expect(draft().title).toBe('Visit: Ada Example with Mira Example');
});

test('a name of several lines stays on one', () => {
  expect(draft({ name: 'Ada\r\n\u0007 Example' }).title).toBe(
    'Visit: Ada Example with Mira Example',
  );
});

test('the description leads to where the appointment can be changed', () => {
  expect(draft().description).toBe(
    'To change or cancel this appointment:\nhttps://example.com/bookings/t',
  );
});

test.each<[Place, string | null, string | undefined]>([
  [{ kind: 'none' }, null, undefined],
  [{ kind: 'in_person', address: 'Ward 3' }, 'Ward 3', undefined],
  [{ kind: 'phone', whoCalls: 'organiser' }, 'By phone: Mira Example calls', undefined],
  [
    { kind: 'phone', whoCalls: 'attendee', number: '+49 30 901820' },
    'By phone: +49 30 901820',
    undefined,
  ],
  [{ kind: 'link', url: 'https://example.com/room' }, 'https://example.com/room', undefined],
  [{ kind: 'meet' }, null, 'e'],
])('%j becomes the location %s and the Meet request %s', (place, location, meetRequestId) => {
  const drafted = draft({ place });

  expect([drafted.location, drafted.meetRequestId]).toEqual([location, meetRequestId]);
});
