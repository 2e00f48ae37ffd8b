import { describe, expect, test } from '@jest/globals';
import { isProblem } from '../../src/problem.ts';
import {
  addPair,
  copyDay,
  removePair,
  takeOff,
  takeRange,
} from '../../src/schedules/editor-actions.ts';
import {
  clockTime,
  draftOf,
  type EditorDraft,
  type FormBody,
  readDraft,
} from '../../src/schedules/editor-draft.ts';
import { checkEditor } from '../../src/schedules/editor-input.ts';
import { editorLabels } from '../../src/schedules/field-names.ts';
import type { ZonedHours } from '../../src/schedules/set-hours.ts';

const now = new Date('2026-11-23T12:00:00Z');
const monday = { weekday: 1, opens: '09:00', closes: '17:00' };
const saved: ZonedHours = {
  timeZone: 'Europe/Berlin',
  weekly: [monday, { weekday: 7, opens: '10:00', closes: '12:00' }],
  overrides: [],
};

test('the form gives back the hours it was made of', () => {
  expect(checkEditor(draftOf(saved), saved, now)).toEqual({ hours: saved, range: null, off: null });
});

test('a form without a week leaves the week as it is', () => {
  expect(readDraft({ do: 'save' }, saved)).toEqual(draftOf(saved));
});

test.each([
  ['9', '09:00'],
  ['9.30', '09:30'],
  ['17:45', '17:45'],
  ['9 am', '09:00'],
  ['12am', '00:00'],
  ['12:30 PM', '12:30'],
  ['5 p.m.', '17:00'],
  ['13 pm', '13 pm'],
  ['noon', 'noon'],
  ['', ''],
])('"%s" is read as "%s"', (typed, time) => {
  expect(clockTime(typed)).toBe(time);
});

test('a fault is told of the field it is in, and what was typed stays', () => {
  const draft = typed({ '1-0-opens': '9', '3-0-opens': 'nine', '3-0-closes': '12' });

  expect(faultsOf(draft)).toEqual(['1-0-closes', '3-0-opens']);
  expect(draft.days[2]!.pairs[0]).toEqual({ name: '3-0', opens: 'nine', closes: '12:00' });
});

test('fields are called by their day and place, in the order of the page', () => {
  const draft = typed({ '1-0-opens': '9', '1-1-opens': '14', 'dates-0-opens': '' });

  const labels = editorLabels(draft);

  expect([...labels.keys()].slice(0, 4)).toEqual([
    'timeZone',
    '1-0-opens',
    '1-0-closes',
    '1-1-opens',
  ]);
  expect(labels.get('1-1-closes')).toBe('Monday, second interval');
  expect(labels.get('dates-0-opens')).toBe('On these dates, first interval');
});

test('faults of the week, the dates and the time off are named all at once', () => {
  const draft = typed({
    timeZone: 'Mars',
    '2-0-opens': '17',
    '2-0-closes': '9',
    'dates-from': '2026-11-22',
    'dates-1-opens': 'x',
    'off-from': '',
    'off-from-time': '9',
  });

  expect(faultsOf(draft)).toEqual(
    expect.arrayContaining(['timeZone', '2-0-closes', 'dates-from', 'dates-0-opens', 'off-from']),
  );
});

describe('a day’s hours', () => {
  test('get one more interval, empty, and lose one', () => {
    const more = addPair(draftOf(saved), '1');
    const less = removePair(addPair(more, '1'), '1-0');

    expect(pairsOn(more, 1)).toEqual(['09:00-17:00', '-']);
    expect(pairsOn(less, 1)).toEqual(['-', '-']);
    expect(less.days[0]!.pairs.map(({ name }) => name)).toEqual(['1-0', '1-1']);
  });

  test('are copied over what other days had; a closed day closes them', () => {
    const draft = copyDay(copyDay(draftOf(saved), 1, [2, 3, 7]), 6, [3]);

    expect([2, 3, 6, 7].map((weekday) => pairsOn(draft, weekday))).toEqual([
      ['09:00-17:00'],
      [],
      [],
      ['09:00-17:00'],
    ]);
  });
});

describe('a range of dates', () => {
  test('closes each of them, with its label', () => {
    const draft = typed({
      'dates-from': '2026-12-24',
      'dates-to': '2026-12-26',
      'dates-label': 'Christmas',
    });

    expect(overridesOf(draft)).toEqual(
      ['24', '25', '26'].map((day) => ({
        date: `2026-12-${day}`,
        intervals: [],
        label: 'Christmas',
      })),
    );
  });

  test('without a last date is one date; other hours take the place of what was set', () => {
    const draft = typed({
      'dates-from': '2026-12-24',
      'dates-0-opens': '10',
      'dates-0-closes': '24',
    });
    const before = { ...saved, overrides: [{ date: '2026-12-24', intervals: [] }] };

    expect(checkEditor(draft, before, now).hours.overrides).toEqual([
      { date: '2026-12-24', intervals: [{ opens: '10:00', closes: '24:00' }] },
    ]);
  });

  test('that is changed leaves the dates it had', () => {
    const overrides = ['2026-12-24', '2026-12-25'].map((date) => ({ date, intervals: [] }));
    const range = { from: '2026-12-24', to: '2026-12-25', intervals: [], label: '' };
    const draft = takeRange(draftOf(saved), range);
    draft.dates.from = '2026-12-25';
    draft.dates.to = '2026-12-26';

    const { hours } = checkEditor(draft, { ...saved, overrides }, now);

    expect(hours.overrides.map(({ date }) => date)).toEqual(['2026-12-25', '2026-12-26']);
  });

  test('may keep a beginning that is past, and gets none', () => {
    const range = { from: '2026-11-20', to: '2026-11-30', intervals: [], label: '' };

    expect(faultsOf(takeRange(draftOf(saved), range))).toEqual([]);
    expect(faultsOf(typed({ 'dates-from': '2026-11-20', 'dates-to': '2026-11-30' }))).toEqual([
      'dates-from',
    ]);
  });

  test('ends on or after its first date, and is a year at most', () => {
    const backwards = typed({ 'dates-from': '2026-12-24', 'dates-to': '2026-12-23' });
    const endless = typed({ 'dates-from': '2026-12-24', 'dates-to': '2028-12-24' });

    expect([faultsOf(backwards), faultsOf(endless)]).toEqual([['dates-to'], ['dates-to']]);
  });

  test('needs a date when anything else of it is typed', () => {
    expect(faultsOf(typed({ 'dates-label': 'Holiday' }))).toContain('dates-from');
  });
});

describe('time off', () => {
  test('without times is whole days, without an end one of them', () => {
    const { off } = checkEditor(typed({ 'off-from': '2026-12-01' }), saved, now);

    expect([off!.startsAt, off!.endsAt].map((at) => at.toISOString())).toEqual([
      '2026-11-30T23:00:00.000Z',
      '2026-12-01T23:00:00.000Z',
    ]);
  });

  test('is meant in the zone that is typed, and goes over a clock change', () => {
    const draft = typed({
      timeZone: 'America/New_York',
      'off-from': '2027-03-13',
      'off-from-time': '9',
      'off-to': '2027-03-14',
      'off-to-time': '9',
    });

    const { off } = checkEditor(draft, saved, now);

    expect([off!.startsAt, off!.endsAt].map((at) => at.toISOString())).toEqual([
      '2027-03-13T14:00:00.000Z',
      '2027-03-14T13:00:00.000Z',
    ]);
  });

  test('ends after it begins, and not in the past', () => {
    const backwards = typed({
      'off-from': '2026-12-01',
      'off-from-time': '10',
      'off-to-time': '9',
    });
    const past = typed({ 'off-from': '2026-11-20' });

    expect([faultsOf(backwards), faultsOf(past)]).toEqual([['off-to'], ['off-to']]);
  });

  test('of years that no zone is followed to is refused, not broken on', () => {
    expect(faultsOf(typed({ 'off-from': '9999-12-31' }))).toEqual(['off-from']);
  });

  test('is taken into the fields as it was typed', () => {
    const startsAt = new Date('2026-12-01T08:30:00Z');
    const endsAt = new Date('2026-12-02T23:00:00Z');
    const draft = takeOff(draftOf(saved), { id: 'an-id', startsAt, endsAt, label: 'Fair' });

    expect(draft.off).toEqual({
      id: 'an-id',
      from: '2026-12-01',
      fromTime: '09:30',
      to: '2026-12-02',
      toTime: '24:00',
      label: 'Fair',
    });
    expect(checkEditor(draft, saved, now).off).toMatchObject({ startsAt, endsAt });
  });
});

function typed(body: FormBody): EditorDraft {
  return readDraft({ timeZone: 'Europe/Berlin', ...body }, saved);
}

function overridesOf(draft: EditorDraft) {
  return checkEditor(draft, saved, now).hours.overrides;
}

function pairsOn({ days }: EditorDraft, weekday: number): string[] {
  return days[weekday - 1]!.pairs.map(({ opens, closes }) => `${opens}-${closes}`);
}

function faultsOf(draft: EditorDraft): string[] {
  try {
    checkEditor(draft, saved, now);
    return [];
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    return error.errors!.map(({ field }) => field).sort();
  }
}
