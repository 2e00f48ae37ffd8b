// What an attendee's form may say, by what its event type asks; every fault is named by its field.
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { z } from 'zod';
import { isTimeZone } from '../availability/time-zone.ts';
import { type Asked, type EventType, type Question } from '../event-types/event-type.ts';
import { readInput } from '../http/input.ts';
import type { AttendeeForm } from './booking.ts';

type Asking = Pick<EventType, 'asks' | 'questions'>;

/** `{attendee: {name, email, …}, answers?, note?}`; other fields beside them are the caller's. */
export function attendeeInput({ asks, questions }: Asking) {
  return {
    attendee: z.strictObject({
      name: line(200).min(1, 'Please write your name.'),
      email: line(254).pipe(z.email('This does not look like an e-mail address.')),
      phone: asked(asks.phone, phone),
      timeZone: z.string().refine(isTimeZone, 'This must be an IANA time zone like Europe/Berlin.'),
      locale: z
        .string()
        .refine(isLanguage, 'This must be a language like en or de-AT.')
        .default('en'),
      newPatient: asked(asks.newPatient, z.boolean('Please choose one.')),
      age: asked(asks.age, z.int(ageMessage).min(0, ageMessage).max(130, ageMessage)),
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

const ageMessage = 'Please give a whole number of years, up to 130.';

const phone = line(40).transform((text, context) => {
  const number = parsePhoneNumberFromString(text);
  if (number?.isValid()) return number.number;
  context.addIssue(
    'This is not a phone number. Please write it with its country, like +49 30 901820.',
  );
  return z.NEVER;
});

/** An empty field counts as none. */
function asked<Schema extends z.ZodType>(how: Asked, schema: Schema) {
  return z.preprocess(
    (value) => (value === '' || value === null ? undefined : value),
    how === 'required' ? schema : schema.optional(),
  );
}

function answer({ key, kind, isRequired }: Question) {
  const text = kind === 'long' ? paragraph(2000) : line(200);
  return [key, asked(isRequired ? 'required' : 'optional', text)] as const;
}

/** One line: no breaks and no control characters, which could reach a mail's head. */
function line(most: number) {
  return z
    .string()
    .trim()
    .max(most, `Please keep it below ${most} characters.`)
    .regex(/^\P{Cc}*$/u, 'Please leave out line breaks and control characters.');
}

export function paragraph(most: number) {
  return z
    .string()
    .trim()
    .max(most, `Please keep it below ${most} characters.`)
    .regex(/^[\P{Cc}\n\r\t]*$/u, 'Please leave out control characters.');
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

function hasValue(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string' && entry[1] !== '';
}
