import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Question } from '../../src/event-types/event-type.ts';
import { arrangeQuestions } from '../../src/organisers/arrange-questions.ts';
import { labelledAnswers } from '../../src/organisers/booking-words.ts';
import { questionFields, questionsOf } from '../../src/organisers/question-fields.ts';
import { apiClient, type ApiClient } from '../organisers/api-client.ts';
import { createVisitor } from '../organisers/visitor.ts';
import { attendee, call, hold } from '../support/attendee.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import { startTestService, type TestService } from '../support/service.ts';

const questions: Question[] = [
  { key: 'from', label: 'Who sent you?', kind: 'short', isRequired: false },
  {
    key: 'most',
    label: 'What hurts most?',
    kind: 'choice',
    options: ['Knee', 'Back'],
    isRequired: true,
  },
  {
    key: 'else',
    label: 'What else?',
    kind: 'several',
    options: ['Knee', 'Back, upper'],
    isRequired: true,
  },
  { key: 'pictures', label: 'Any pictures?', kind: 'yes_no', isRequired: true },
];

const ten = '2026-11-24T10:00:00+01:00';

let service: TestService;
let made: MadeOrganiser;
let me: ApiClient;

beforeAll(async () => {
  service = await startTestService();
  made = await makeOrganiser(service, { eventType: { slug: 'visit', questions } });
  me = await apiClient(service, made.organiser.id);
  await service.settle();
});

afterAll(() => service.close());

test('every answer that does not fit its question is named', async () => {
  const nothing = await book(ten, {});
  const wrong = await book(ten, { most: 'Toe', else: ['Knee', 'Toe'], pictures: 'perhaps' });

  expect(fieldsOf(nothing)).toEqual(['answers.most', 'answers.else', 'answers.pictures']);
  expect(fieldsOf(wrong)).toEqual(['answers.most', 'answers.else.1', 'answers.pictures']);
});

test('answers are kept as they were given, and read by the questions of their day', async () => {
  const given = { most: 'Back', else: ['Knee', 'Back, upper'], pictures: false };
  const { body } = await book('2026-11-24T11:00:00+01:00', given);
  await me('PATCH', '/api/me/event-types/visit', { questions: questions.slice(0, 1) });

  const own = await me('GET', `/api/me/bookings/${body.id}`);
  await me('PATCH', '/api/me/event-types/visit', { questions });

  const { answers, askedQuestions } = own.body['attendee'] as Parameters<typeof labelledAnswers>[0];
  expect(answers).toEqual(given);
  expect(labelledAnswers({ answers, askedQuestions })).toEqual([
    ['What hurts most?', 'Back'],
    ['What else?', 'Knee, Back, upper'],
    ['Any pictures?', 'No'],
  ]);
});

test('the hosted form asks each kind in its way, and keeps what was ticked when something is at fault', async () => {
  const visitor = createVisitor(service);
  const path = `/${made.organiser.handle}/visit`;
  const { body: held } = await hold(service, made, '2026-11-24T13:00:00+01:00');
  const form = { hold: held.token, start: held.start, timeZone: 'Europe/Berlin' };

  const again = await visitor.send(`${path}/book`, {
    ...form,
    name: 'Lea',
    'answers.most': 'Knee',
    'answers.else.1': 'Back, upper',
    'answers.pictures': 'yes',
  });
  const sent = await visitor.send(`${path}/book`, {
    ...form,
    name: 'Lea',
    email: 'lea@example.org',
    'answers.most': 'Knee',
    'answers.else.0': 'Knee',
    'answers.else.1': 'Back, upper',
    'answers.pictures': 'yes',
  });

  expect(again.text).toMatch(/name="answers.else.1"[^>]*value="Back, upper" checked/);
  expect(again.text).toMatch(/name="answers.most"[^>]*value="Knee" checked/);
  expect(again.text).toMatch(/name="answers.pictures"[^>]*value="yes" checked/);
  expect(sent.url.pathname).toMatch(/^\/bookings\//);
  const { rows } = await service.parts.database.pool.query(
    `select answers from bookings where attendee_email = 'lea@example.org'`,
  );
  expect(rows[0].answers).toEqual({
    most: 'Knee',
    else: ['Knee', 'Back, upper'],
    pictures: true,
  });
  await service.settle();
});

test('answers to choose from are two or more, each once', async () => {
  const one = { key: 'one', label: 'One?', kind: 'choice', options: ['Only'], isRequired: false };
  const twice = { ...one, key: 'twice', options: ['Same', 'Same'] };

  const { status, body } = await me('PATCH', '/api/me/event-types/visit', {
    questions: [one, twice],
  });

  expect(status).toBe(400);
  expect((body['errors'] as { field: string }[]).map(({ field }) => field)).toEqual([
    'questions.0.options',
    'questions.1.options',
  ]);
});

const fields = questionFields(questions);

test.each([
  ['add', ['Who sent you?', 'What hurts most?', 'What else?', 'Any pictures?', '']],
  ['up-2', ['Who sent you?', 'What else?', 'What hurts most?', 'Any pictures?']],
  ['down-0', ['What hurts most?', 'Who sent you?', 'What else?', 'Any pictures?']],
  ['remove-1', ['Who sent you?', 'What else?', 'Any pictures?']],
  ['up-0', ['Who sent you?', 'What hurts most?', 'What else?', 'Any pictures?']],
  ['remove-9', ['Who sent you?', 'What hurts most?', 'What else?', 'Any pictures?']],
])('the press "%s" leaves the rows %j', (arrange, labels) => {
  const arranged = arrangeQuestions({ ...fields, title: 'Typed', arrange })!;

  const shown = Object.keys(arranged).filter((name) => /^question-\d+-label$/.test(name));
  expect(shown.map((name) => arranged[name])).toEqual(labels);
  expect(arranged['title']).toBe('Typed');
});

test('a moved question keeps its key, its kind and its answers', () => {
  const arranged = arrangeQuestions({ ...fields, arrange: 'up-2' })!;

  expect(questionsOf(arranged)).toEqual([questions[0], questions[2], questions[1], questions[3]]);
});

test('a form without such a press is left alone', () => {
  expect(arrangeQuestions(fields)).toBeNull();
  expect(arrangeQuestions({ ...fields, arrange: 'drop-all' })).toBeNull();
});

function book(start: string, answers: object) {
  const slot = { organiser: made.organiser.handle, eventType: 'visit', start };
  return call(service, 'POST', '/api/bookings', { ...slot, attendee: attendee(), answers });
}

function fieldsOf({ body }: { body: { errors: { field: string }[] } }): string[] {
  return body.errors.map(({ field }) => field);
}
