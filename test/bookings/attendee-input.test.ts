// What a form may say, by what its event type asks.
import { expect, test } from '@jest/globals';
import { readAttendee } from '../../src/bookings/attendee-input.ts';
import { defaultAsks, type Asks, type Question } from '../../src/event-types/event-type.ts';
import { type FieldError, isProblem } from '../../src/problem.ts';

const person = { name: 'Lea Attendee', email: 'lea@example.org', timeZone: 'Europe/Berlin' };

test('texts are trimmed, the phone is kept in one form, and the address’s domain in lower case', () => {
  const form = read({
    name: '  Lea Attendee ',
    email: ' Lea.Attendee@EXAMPLE.org ',
    phone: '+49 (30) 90 18 20',
  });

  expect(form).toMatchObject({
    name: 'Lea Attendee',
    email: 'Lea.Attendee@example.org',
    phone: '+4930901820',
  });
});

test.each([
  ['a line break in the name', { name: 'Lea\r\nBcc: all@example.org' }, 'attendee.name'],
  ['a line separator in the name', { name: 'Lea\u2028Attendee' }, 'attendee.name'],
  ['text that turns its neighbours around', { name: 'Lea \u202Eeednetta' }, 'attendee.name'],
  ['a zero byte in the address', { address: 'Lane\0 3' }, 'attendee.address'],
  ['no name at all', { name: '   ' }, 'attendee.name'],
  ['two addresses', { email: 'lea@example.org, all@example.org' }, 'attendee.email'],
  ['an address without a domain', { email: 'lea@localhost' }, 'attendee.email'],
  ['a phone without its country', { phone: '030 901820' }, 'attendee.phone'],
  ['a phone that nobody can have', { phone: '+49 1' }, 'attendee.phone'],
  ['an offset for a time zone', { timeZone: '+01:00' }, 'attendee.timeZone'],
  ['a language that is none', { locale: 'a_b' }, 'attendee.locale'],
  ['a language with a wrong part', { locale: 'en-' }, 'attendee.locale'],
  ['an age below nothing', { age: -1 }, 'attendee.age'],
  ['an age beyond people', { age: 131 }, 'attendee.age'],
  ['half a year', { age: 40.5 }, 'attendee.age'],
  ['what nobody asked', { shoeSize: 40 }, 'attendee.shoeSize'],
])('%s is refused', (_, wishes, field) => {
  expect(faultsOf(wishes).map((fault) => fault.field)).toEqual([field]);
});

test('what the event type asks for is required, and what it does not ask is refused', () => {
  const asks: Asks = { ...defaultAsks, phone: 'required', gender: 'off' };

  const faults = faultsOf({ gender: 'woman' }, asks);

  expect(faults.map(({ field }) => field).sort()).toEqual(['attendee.gender', 'attendee.phone']);
});

test('answers are taken for the questions asked, and no others', () => {
  const questions: Question[] = [
    { key: 'why', label: 'Why?', kind: 'long', isRequired: true },
    { key: 'how', label: 'How?', kind: 'short', isRequired: false },
  ];

  const form = readAttendee({ attendee: person, answers: { why: ' A cough ' } }, asking(questions));
  const fault = () =>
    readAttendee({ attendee: person, answers: { how: 'So', who: 'I' } }, asking(questions));

  expect(form.answers).toEqual({ why: 'A cough' });
  expect(fieldsOf(fault)).toEqual(['answers.who', 'answers.why']);
});

function read(wishes: object, asks: Asks = { ...defaultAsks, phone: 'optional' }) {
  return readAttendee({ attendee: { ...person, ...wishes } }, { asks, questions: [] });
}

function asking(questions: Question[]) {
  return { asks: { ...defaultAsks, phone: 'optional' as const }, questions };
}

function faultsOf(wishes: object, asks?: Asks): FieldError[] {
  try {
    read(wishes, asks);
  } catch (error) {
    if (isProblem(error, 'invalid_input')) return error.errors ?? [];
    throw error;
  }
  return [];
}

function fieldsOf(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (isProblem(error, 'invalid_input')) return error.errors!.map(({ field }) => field).sort();
    throw error;
  }
  return [];
}
