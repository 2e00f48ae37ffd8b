import { expect, test } from '@jest/globals';
import type { HistoryEntry } from '../../src/bookings/booking-queries.ts';
import { labelledAnswers, visitWords } from '../../src/organisers/booking-words.ts';
import { historyWords } from '../../src/organisers/history-words.ts';

const booked: HistoryEntry = {
  at: new Date('2026-11-23T07:00:00Z'),
  actor: 'attendee',
  state: 'confirmed',
  startsAt: new Date('2026-11-24T09:00:00Z'),
  endsAt: new Date('2026-11-24T09:30:00Z'),
  clashing: false,
  attendeeResponse: null,
  reason: null,
  deed: null,
};
const requested: HistoryEntry = { ...booked, state: 'requested' };

test.each([
  [0, 'First visit'],
  [1, '2nd visit'],
  [2, '3rd visit'],
  [3, '4th visit'],
  [10, '11th visit'],
  [20, '21st visit'],
  [110, '111th visit'],
] as const)('after %i visits the next one is the %s', (visitsBefore, words) => {
  expect(visitWords(visitsBefore)).toBe(words);
});

test.each<[string, Partial<HistoryEntry>, HistoryEntry | undefined]>([
  ['Lea chose the time: 24 November, 10:00–10:30.', { state: 'held' }, undefined],
  ['Lea confirmed it.', {}, requested],
  ['Lea confirmed the e-mail address.', { state: 'requested' }, requested],
  ['You accepted the request.', { actor: 'organiser' }, requested],
  ['You declined the request.', { actor: 'organiser', state: 'cancelled' }, requested],
  ['Google Calendar cancelled it.', { actor: 'google', state: 'cancelled' }, booked],
  ['Google Calendar restored it.', { actor: 'google' }, { ...booked, state: 'cancelled' }],
  ['You booked it: 24 November, 10:00–10:30.', { actor: 'organiser' }, undefined],
  ['You changed your note.', { actor: 'organiser', deed: 'note_changed' }, booked],
  ['Lea kept the new time.', { deed: 'time_kept' }, booked],
  ['Lea declined the invitation.', { attendeeResponse: 'declined' }, booked],
  ['Quarterhour noted that it took place.', { actor: 'system', state: 'completed' }, booked],
  [
    'You moved it from 24 November, 10:00–10:30, to 25 November, 11:00–11:30.',
    {
      actor: 'organiser',
      startsAt: new Date('2026-11-25T10:00:00Z'),
      endsAt: new Date('2026-11-25T10:30:00Z'),
    },
    booked,
  ],
])('the history says: %s', (words, change, before) => {
  const teller = { timeZone: 'Europe/Berlin', name: 'Lea' };
  expect(historyWords({ ...booked, ...change }, before, teller)).toBe(words);
});

test('answers come in the order of the form; one whose question nobody knows comes last, by its key made readable', () => {
  const answers = { 'old-Question_1': 'c', second: 'b', first: 'a' };
  const askedQuestions = ['first', 'second', 'third'].map((key) => ({ key, label: `The ${key}?` }));

  expect(labelledAnswers({ answers, askedQuestions })).toEqual([
    ['The first?', 'a'],
    ['The second?', 'b'],
    ['Old question 1', 'c'],
  ]);
});
