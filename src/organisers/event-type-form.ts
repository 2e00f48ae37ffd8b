// An event type as the fields of a plain form, and back. What is no number stays as it was typed, to be told and mended.
import type { EventType } from '../event-types/event-type.ts';
import type { FieldError } from '../problem.ts';
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
  'minimumNoticeMinutes',
  'horizonDays',
] as const;

export type Draft = Omit<EventType, 'id' | 'organiserId'>;

export function fieldsOf(eventType: Draft): Fields {
  const { title, slug, description, confirmation, dailyCap, place, asks, isHidden } = eventType;
  return {
    title,
    slug,
    description,
    confirmation,
    dailyCap: dailyCap === null ? '' : String(dailyCap),
    placeKind: place.kind,
    placeDetail: detailOf(place),
    isHidden: isHidden ? 'yes' : 'no',
    bookingCalendarId: eventType.bookingCalendarId ?? '',
    onDecline: eventType.onDecline,
    ...Object.fromEntries(numbers.map((name) => [name, String(eventType[name])])),
    ...Object.fromEntries(askedFields.map((name) => [`asks.${name}`, asks[name]])),
    ...questionFields(eventType.questions),
  };
}

/** The form, in the shape that is checked and kept. */
export function inputOf(fields: Fields): object {
  return {
    title: fields['title'],
    slug: fields['slug'] || slugOf(fields['title'] ?? ''),
    description: fields['description'] ?? '',
    confirmation: fields['confirmation'],
    dailyCap: numberOf(fields['dailyCap']) ?? null,
    place: placeOf(fields['placeKind'], fields['placeDetail'] ?? ''),
    isHidden: fields['isHidden'] === 'yes',
    onDecline: fields['onDecline'],
    bookingCalendarId: fields['bookingCalendarId'] || null,
    asks: Object.fromEntries(askedFields.map((name) => [name, fields[`asks.${name}`]])),
    questions: questionsOf(fields),
    ...Object.fromEntries(numbers.map((name) => [name, numberOf(fields[name])])),
  };
}

/** Faults by the name of the field on the page. */
export function formErrors(fields: Fields, errors: readonly FieldError[]): FieldError[] {
  const rows = rowsOf(fields);
  return errors
    .filter((error) => !isSaidByTitle(error, fields, errors))
    .map(({ field, message }) => {
      if (field.startsWith('place')) return { field: 'placeDetail', message };
      const [, index, part] = /^questions\.(\d+)\.(\w+)$/.exec(field) ?? [];
      if (index !== undefined) return { field: `question-${rows[Number(index)]}-${part}`, message };
      const last = `question-${rows.at(-1) ?? 0}-label`;
      return { field: field === 'questions' ? last : field, message };
    });
}

/** Without a title there is nothing to make the link's ending of: one fault, not two. */
function isSaidByTitle({ field }: FieldError, fields: Fields, errors: readonly FieldError[]) {
  return field === 'slug' && !fields['slug'] && errors.some((error) => error.field === 'title');
}

function detailOf(place: EventType['place']): string {
  if (place.kind === 'in_person') return place.address;
  return place.kind === 'link' ? place.url : '';
}

function placeOf(kind: string | undefined, detail: string): object {
  if (kind === 'in_person') return { kind, address: detail };
  return kind === 'link' ? { kind, url: detail } : { kind };
}

function numberOf(text: string | undefined): number | string | undefined {
  if (!text) return undefined;
  return /^-?\d+$/.test(text) ? Number(text) : text;
}
