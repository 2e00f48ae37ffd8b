// An event type as the fields of a plain form, and back. What is no number stays as it was typed, to be told and mended.
import type { EventTypeFields } from '../event-types/write-event-type-queries.ts';
import type { FieldError } from '../problem.ts';
import { lengthsOf, noticeFields, noticeOf, numberOf } from './length-fields.ts';
import { placeFault, placeFields, placeOf } from './place-fields.ts';
import { questionFields, questionsOf, rowsOf } from './question-fields.ts';
import { slugOf } from './slug.ts';

/** Field name → what stands in it. */
export type Fields = Record<string, string>;

export const askedFields = ['phone', 'age', 'gender', 'address', 'newPatient'] as const;

const numbers = [
  'durationMinutes',
  'slotStepMinutes',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
  'horizonDays',
] as const;

export function fieldsOf(eventType: EventTypeFields): Fields {
  const { title, slug, description, confirmation, dailyCap, asks, isHidden } = eventType;
  return {
    title,
    slug,
    description,
    colour: eventType.colour,
    access: isHidden ? 'hidden' : eventType.visibility,
    otherDurations: eventType.otherDurations.join(', '),
    confirmation,
    dailyCap: dailyCap === null ? '' : String(dailyCap),
    bookingCalendarId: eventType.bookingCalendarId ?? '',
    schedule: eventType.schedule ?? '',
    onDecline: eventType.onDecline,
    ...noticeFields(eventType.minimumNoticeMinutes),
    ...Object.fromEntries(numbers.map((name) => [name, String(eventType[name])])),
    ...Object.fromEntries(askedFields.map((name) => [`asks.${name}`, asks[name]])),
    ...placeFields(eventType.place),
    ...questionFields(eventType.questions),
  };
}

/** The form, in the shape that is checked and kept. */
export function inputOf(fields: Fields): object {
  return {
    title: fields['title'],
    slug: fields['slug'] || slugOf(fields['title'] ?? ''),
    description: fields['description'] ?? '',
    colour: fields['colour'],
    ...accessOf(fields['access']),
    ...lengthsOf(fields),
    minimumNoticeMinutes: noticeOf(fields),
    confirmation: fields['confirmation'],
    dailyCap: numberOf(fields['dailyCap']) ?? null,
    place: placeOf(fields),
    onDecline: fields['onDecline'],
    bookingCalendarId: fields['bookingCalendarId'] || null,
    schedule: fields['schedule'] || null,
    asks: Object.fromEntries(askedFields.map((name) => [name, fields[`asks.${name}`]])),
    questions: questionsOf(fields),
    ...Object.fromEntries(numbers.map((name) => [name, numberOf(fields[name])])),
  };
}

/** The first of all lengths is the one that is chosen already: its own field says what is at fault. */
const chosenLength = 'durations.0';

/** Faults by the name of the field on the page. */
export function formErrors(fields: Fields, errors: readonly FieldError[]): FieldError[] {
  return errors
    .filter((error) => error.field !== chosenLength && !isSaidByTitle(error, fields, errors))
    .map(({ field, message }) => ({ field: fieldOnPage(field, fields), message }))
    .filter(isFirstOfItsKind);
}

function fieldOnPage(field: string, fields: Fields): string {
  if (field.startsWith('durations')) return 'otherDurations';
  if (field === 'visibility' || field === 'isHidden') return 'access';
  if (field.startsWith('place')) return placeFault(fields);
  const rows = rowsOf(fields);
  const [, index, part] = /^questions\.(\d+)\.(\w+)/.exec(field) ?? [];
  if (index !== undefined) return `question-${rows[Number(index)]}-${part}`;
  return field === 'questions' ? `question-${rows.at(-1) ?? 0}-label` : field;
}

/** Two lengths that are no numbers are one fault of one field. */
function isFirstOfItsKind(error: FieldError, index: number, all: readonly FieldError[]): boolean {
  const isSame = ({ field, message }: FieldError) =>
    field === error.field && message === error.message;
  return all.findIndex(isSame) === index;
}

/** Without a title there is nothing to make the link's ending of: one fault, not two. */
function isSaidByTitle({ field }: FieldError, fields: Fields, errors: readonly FieldError[]) {
  return field === 'slug' && !fields['slug'] && errors.some((error) => error.field === 'title');
}

/** Hidden for a while: whoever may book it afterwards stays as it was. */
function accessOf(access: string | undefined): object {
  return access === 'hidden' ? { isHidden: true } : { isHidden: false, visibility: access };
}
