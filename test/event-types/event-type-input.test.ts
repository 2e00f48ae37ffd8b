import { expect, test } from '@jest/globals';
import {
  applyChange,
  eventTypeChange,
  eventTypeDraft,
} from '../../src/event-types/event-type-input.ts';
import { firstEventTypes } from '../../src/event-types/new-event-type.ts';
import { readInput } from '../../src/http/input.ts';
import { fieldsOf, formErrors, inputOf } from '../../src/organisers/event-type-form.ts';
import { isProblem } from '../../src/problem.ts';

const [quarter] = firstEventTypes();

test('a new event type needs a slug, a title and a duration, and says so at once', () => {
  expect(faultsOf({}).map(({ field }) => field)).toEqual(['slug', 'title', 'durationMinutes']);
});

test('every fault is named at once', () => {
  const faults = faultsOf({
    slug: 'Has Space',
    title: ' ',
    durationMinutes: 7,
    horizonDays: 0,
    dailyCap: 0,
    confirmation: 'maybe',
    place: { kind: 'link', url: 'javascript:alert(1)' },
    asks: { phone: 'always' },
    colour: 'puce',
    durations: [15, 31],
  });

  expect(faults.map(({ field }) => field).sort()).toEqual(
    [
      'asks.phone',
      'colour',
      'confirmation',
      'dailyCap',
      'durationMinutes',
      'durations.1',
      'horizonDays',
      'place.url',
      'slug',
      'title',
    ].sort(),
  );
});

test('a change of one field leaves the others as they were', () => {
  const change = readInput(eventTypeChange, { dailyCap: 3, asks: { age: 'off' } });

  const after = applyChange(quarter!, change);

  expect(after).toEqual({ ...quarter, dailyCap: 3, asks: { ...quarter!.asks, age: 'off' } });
});

test('the form gives back the event type it was made of', () => {
  const rich = {
    ...quarter!,
    dailyCap: 4,
    colour: 'pink' as const,
    visibility: 'secret' as const,
    otherDurations: [30, 60],
    minimumNoticeMinutes: 36 * 60,
    place: { kind: 'in_person' as const, address: '1 Example Street' },
    questions: [
      { key: 'why', label: 'Why do you come?', kind: 'long' as const, isRequired: true },
      { key: 'how', label: 'How did you find us?', kind: 'short' as const, isRequired: false },
      {
        key: 'which',
        label: 'Which of these?',
        kind: 'several' as const,
        options: ['Knee', 'Back, upper'],
        isRequired: false,
      },
      { key: 'first', label: 'Your first time?', kind: 'yes_no' as const, isRequired: true },
    ],
  };

  const read = readInput(eventTypeDraft, inputOf(fieldsOf(rich)));
  expect(applyChange(rich, read)).toEqual(rich);
});

test('an emptied question goes, and its neighbour keeps its key and its faults', () => {
  const questions = ['why', 'how'].map((key) => ({
    key,
    label: key,
    kind: 'short' as const,
    isRequired: false,
  }));
  const fields = {
    ...fieldsOf({ ...quarter!, questions }),
    'question-0-label': '',
    'question-1-kind': 'sideways',
  };

  const faults = faultsOf(inputOf(fields));

  expect(inputOf(fields)).toMatchObject({ questions: [{ key: 'how', label: 'how' }] });
  expect(formErrors(fields, faults).map(({ field }) => field)).toEqual(['question-1-kind']);
});

test.each(['1.5', '1,5', 'half an hour', '30m'])(
  '"%s" is no whole number, and is told so',
  (typed) => {
    const fields = { ...fieldsOf(quarter!), durationMinutes: typed, dailyCap: typed };

    const faults = formErrors(fields, faultsOf(inputOf(fields)));

    expect(faults).toEqual([
      { field: 'durationMinutes', message: 'Give a whole number.' },
      { field: 'dailyCap', message: 'Give a whole number.' },
    ]);
  },
);

test('a new question takes no key that another one has', () => {
  const questions = [{ key: 'why-1', label: 'Why?', kind: 'short' as const, isRequired: false }];
  const fields = { ...fieldsOf({ ...quarter!, questions }), 'question-1-label': 'Why?' };

  expect(inputOf(fields)).toMatchObject({ questions: [{ key: 'why-1' }, { key: 'why-2' }] });
});

test('without a title, nothing is said of the link’s ending that is made from it', () => {
  const fields = { ...fieldsOf(quarter!), title: '', slug: '' };

  expect(formErrors(fields, faultsOf(inputOf(fields))).map(({ field }) => field)).toEqual([
    'title',
  ]);
});

test('left empty, the link’s ending is made from the title', () => {
  const fields = { ...fieldsOf(quarter!), slug: '', title: 'Erstgespräch & Planung' };

  expect(inputOf(fields)).toMatchObject({ slug: 'erstgesprach-planung' });
});

function faultsOf(input: unknown) {
  try {
    readInput(eventTypeDraft, input);
    return [];
  } catch (error) {
    if (!isProblem(error, 'invalid_input')) throw error;
    return error.errors!;
  }
}
