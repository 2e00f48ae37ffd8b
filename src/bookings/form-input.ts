// The form as it was sent: text, field by field, so that what is wrong can be shown again just as it was typed.
import { z } from 'zod';
import { isTimeZone } from '../availability/time-zone.ts';
import { languages } from '../languages/language.ts';
import { phoneOf } from '../web/countries.ts';
import { chosenLength, instant, secretKey } from '../web/picker/picker-input.ts';

/** Far more than any field takes: what is too long is said beside it, and nothing of it is lost. */
const text = z.string().max(20_000).default('');
const token = z.string().max(100).optional().catch(undefined);

/** What leads to the form, or back to it: in its address, and in hidden fields. */
export const formPlace = z.object({
  start: instant.optional().catch(undefined),
  hold: token,
  timeZone: z.string().refine(isTimeZone).optional().catch(undefined),
  clock: z.enum(['12', '24']).optional().catch(undefined),
  durationMinutes: chosenLength,
  key: secretKey,
});

export type FormPlace = z.infer<typeof formPlace>;

export const sentForm = formPlace.extend({
  /** Another time, taken with the button that sends the form. */
  take: instant.optional().catch(undefined),
  /** Chosen while the form is being filled in: it is shown again in that language. */
  language: z.enum(languages).optional().catch(undefined),
  name: text,
  email: text,
  phone: text,
  phoneCountry: text,
  age: text,
  gender: text,
  address: text,
  newPatient: text,
  note: text,
  /** The body's parser takes `answers.topic` for `{answers: {topic}}`, and `answers.topic.0` for a list in it. */
  answers: z
    .record(z.string(), z.union([text, z.array(text), z.record(z.string(), text)]))
    .default({}),
});

export type SentForm = z.infer<typeof sentForm>;

/** The typed fields by name, answers as `answers.{key}`; of several to one question, `answers.{key}.{number}`. */
export type Typed = Record<string, string>;

export function typedFields(form: SentForm): Typed {
  const { name, email, phone, phoneCountry, age, gender, address, newPatient, note } = form;
  const fields = { name, email, phone, phoneCountry, age, gender, address, newPatient, note };
  const answers = Object.entries(form.answers).flatMap(([key, answer]) =>
    namedAnswers(`answers.${key}`, answer),
  );
  return { ...fields, ...Object.fromEntries(answers) };
}

function namedAnswers(
  name: string,
  answer: string | string[] | Record<string, string>,
): [string, string][] {
  if (typeof answer === 'string') return [[name, answer]];
  return Object.entries(answer).map(([number, each]) => [`${name}.${number}`, each]);
}

/** The answers that are ticked of those to choose among. */
export function tickedIn(typed: Typed, name: string): string[] {
  return Object.entries(typed)
    .filter(([field]) => field.startsWith(`${name}.`))
    .map(([, answer]) => answer);
}

/** As the service takes it from programs: numbers as numbers, what was left empty left out. */
export function toSubmission(typed: Typed, timeZone: string, locale: string): Submission {
  const { name, email, phone, phoneCountry, age, gender, address, newPatient, note } = typed;
  return {
    attendee: withoutEmpty({
      name,
      email,
      phone: phone && phoneOf(phone, phoneCountry),
      age: age && numberOrText(age),
      gender,
      address,
      newPatient: newPatient === '' ? undefined : newPatient === 'yes',
      timeZone,
      locale,
    }),
    answers: withoutEmpty(answersOf(typed)),
    ...(note && { note }),
  };
}

/** What is no number goes on as it is, to be told so. */
function numberOrText(typed: string): number | string {
  return /^\d+$/.test(typed.trim()) ? Number(typed) : typed;
}

export type Submission = {
  attendee: Record<string, unknown>;
  answers: Record<string, unknown>;
  note?: string;
};

/** A key has no dot in it: what follows one is the number of a ticked answer. */
function answersOf(typed: Typed): Record<string, string | string[]> {
  const names = Object.keys(typed).filter((name) => name.startsWith('answers.'));
  return Object.fromEntries(
    names.map((name) => {
      const [, key, number] = name.split('.') as [string, string, string?];
      const answer = number === undefined ? typed[name]! : tickedIn(typed, `answers.${key}`);
      return [key, answer];
    }),
  );
}

function withoutEmpty(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  );
}
