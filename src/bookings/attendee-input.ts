// What an attendee's form may say, by what its event type asks; every fault is named by its field.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import { isTimeZone } from '../availability/time-zone.ts';
import type { Answer, Asked, EventType, Question } from '../event-types/event-type.ts';
import { readInput } from '../http/input.ts';
import { currentLanguage } from '../languages/current-language.ts';
import { say } from '../languages/say.ts';
import type { AttendeeForm } from './booking.ts';

type Asking = Pick<EventType, 'asks' | 'questions'>;

/** `{attendee: {name, email, …}, answers?, note?}`; other fields beside them are the caller's. */
export function attendeeInput({ asks, questions }: Asking) {
  return {
    attendee: z.strictObject({
      name: line(200).min(1, { error: () => say('Please write your name.') }),
      email: line(254)
        .pipe(z.email({ error: () => say('This does not look like an e-mail address.') }))
        .transform(withPlainDomain),
      phone: asked(asks.phone, phone),
      timeZone: z.string().refine(isTimeZone, {
        error: () => say('This must be an IANA time zone like Europe/Berlin.'),
      }),
      locale: z
        .string()
        .refine(isLanguage, { error: () => say('This must be a language like en or de-AT.') })
        .default(() => currentLanguage().language),
      newPatient: asked(asks.newPatient, z.boolean({ error: () => say('Please choose one.') })),
      age: asked(asks.age, z.int(ageFault).min(0, ageFault).max(130, ageFault)),
      gender: asked(asks.gender, line(60)),
      address: asked(asks.address, paragraph(500)),
    }),
    answers: z.strictObject(Object.fromEntries(questions.map(answer))).prefault({}),
    note: paragraph(2000).nullish(),
  };
}

/** Throws invalid_input; fields are named `attendee.email`, `answers.{key}`, `note`. */
export function readAttendee(body: unknown, eventType: Asking): AttendeeForm {
  return toAttendeeForm(readInput(z.strictObject(attendeeInput(eventType)), body));
}

type Read = z.infer<z.ZodObject<ReturnType<typeof attendeeInput>>>;

export function toAttendeeForm({ attendee, answers, note }: Read): AttendeeForm {
  const { name, email, timeZone, locale } = attendee;
  return {
    name,
    email,
    timeZone,
    locale,
    phone: attendee.phone ?? null,
    newPatient: attendee.newPatient ?? null,
    age: attendee.age ?? null,
    gender: attendee.gender || null,
    address: attendee.address || null,
    answers: Object.fromEntries(Object.entries(answers).filter(hasValue)),
    note: note || null,
  };
}

const ageFault = { error: () => say('Please give a whole number of years, up to 130.') };

const phone = line(40).transform((text, context) => {
  const number = parsePhoneNumberFromString(text);
  if (number?.isValid()) return number.number;
  context.addIssue(
    say('This is not a phone number. Please write it with its country, like +49 30 901820.'),
  );
  return z.NEVER;
});

/** Only the part before the @ may tell capitals apart. */
function withPlainDomain(email: string): string {
  const at = email.lastIndexOf('@');
  return email.slice(0, at) + email.slice(at).toLowerCase();
}

/** An empty field counts as none. What is not asked is not taken: nobody would see that it is kept. */
function asked<Schema extends z.ZodType>(how: Asked, schema: Schema) {
  const schemas = {
    required: schema,
    optional: schema.optional(),
    off: z.undefined({ error: () => say('This is not asked for.') }),
  };
  return z.preprocess((value) => (isEmpty(value) ? undefined : value), schemas[how]);
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || (typeof value === 'string' && value.trim() === '');
}

function answer(question: Question) {
  const how = question.isRequired ? 'required' : 'optional';
  return [question.key, asked(how, answerSchema(question))] as const;
}

function answerSchema(question: Question): z.ZodType<Answer> {
  switch (question.kind) {
    case 'short':
      return line(200);
    case 'long':
      return paragraph(2000);
    case 'choice':
      return oneOf(question.options);
    case 'several':
      return z.array(oneOf(question.options), { error: chooseSome }).transform(eachOnce);
    case 'yes_no':
      return z.preprocess(yesOrNo, z.boolean({ error: () => say('Please choose one.') }));
  }
}

function oneOf(options: readonly string[]) {
  const error = () => say('Please choose one of the answers.');
  return z.string({ error }).refine((answer) => options.includes(answer), { error });
}

function chooseSome(): string {
  return say('Please choose among the answers.');
}

function eachOnce(answers: string[]): string[] {
  return [...new Set(answers)];
}

/** As a form says it. */
function yesOrNo(value: unknown): unknown {
  return value === 'yes' || value === 'no' ? value === 'yes' : value;
}

/** One line: no breaks and no control characters, which could reach a mail's head; none that turn the text around. */
function line(most: number) {
  return z
    .string()
    .trim()
    .max(most, { error: () => say('Please keep it below {most} characters.', { most }) })
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u, {
      error: () => say('Please leave out line breaks and control characters.'),
    });
}

export function paragraph(most: number) {
  return z
    .string()
    .trim()
    .max(most, { error: () => say('Please keep it below {most} characters.', { most }) })
    .regex(/^[\P{Cc}\n\r\t]*$/u, { error: () => say('Please leave out control characters.') });
}

/** Dates are written in it: a tag that `Intl` refuses would stop the mail. */
function isLanguage(tag: string): boolean {
  if (!/^[a-z][a-z\d-]{1,34}$/i.test(tag)) return false;
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

function hasValue(entry: [string, Answer | undefined]): entry is [string, Answer] {
  return entry[1] !== undefined && entry[1] !== '';
}
