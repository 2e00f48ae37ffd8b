// An event type as the fields of a plain form, and back.
import type { EventType } from '../event-types/event-type.ts';
import type { FieldError } from '../problem.ts';

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

const mostQuestions = 20;

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
    dailyCap: fields['dailyCap'] ? Number(fields['dailyCap']) : null,
    place: placeOf(fields['placeKind'], fields['placeDetail'] ?? ''),
    isHidden: fields['isHidden'] === 'yes',
    onDecline: fields['onDecline'],
    bookingCalendarId: fields['bookingCalendarId'] || null,
    asks: Object.fromEntries(askedFields.map((name) => [name, fields[`asks.${name}`]])),
    questions: rowsOf(fields).map((row, index) => questionOf(fields, row, index)),
    ...Object.fromEntries(numbers.map((name) => [name, numberOf(fields[name])])),
  };
}

/** Faults by the name of the field on the page. */
export function formErrors(fields: Fields, errors: readonly FieldError[]): FieldError[] {
  const rows = rowsOf(fields);
  return errors.map(({ field, message }) => {
    if (field.startsWith('place')) return { field: 'placeDetail', message };
    const [, index, part] = /^questions\.(\d+)\.(\w+)$/.exec(field) ?? [];
    if (index !== undefined) return { field: `question-${rows[Number(index)]}-${part}`, message };
    return { field: field === 'questions' ? 'question-0-label' : field, message };
  });
}

/** The rows of questions that say something, by number. */
export function rowsOf(fields: Fields): number[] {
  const rows = Array.from({ length: mostQuestions }, (_, row) => row);
  return rows.filter((row) => fields[`question-${row}-label`]);
}

export function slugOf(title: string): string {
  const plain = title.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
}

function detailOf(place: EventType['place']): string {
  if (place.kind === 'in_person') return place.address;
  return place.kind === 'link' ? place.url : '';
}

function placeOf(kind: string | undefined, detail: string): object {
  if (kind === 'in_person') return { kind, address: detail };
  return kind === 'link' ? { kind, url: detail } : { kind };
}

function numberOf(text: string | undefined): number | undefined {
  return text ? Number(text) : undefined;
}

function questionFields(questions: EventType['questions']): Fields {
  return Object.fromEntries(
    questions.flatMap(({ key, label, kind, isRequired }, row) => [
      [`question-${row}-key`, key],
      [`question-${row}-label`, label],
      [`question-${row}-kind`, kind],
      [`question-${row}-isRequired`, isRequired ? 'yes' : 'no'],
    ]),
  );
}

/** Answers are kept by key, so a question keeps the one it has. */
function questionOf(fields: Fields, row: number, index: number): object {
  const label = fields[`question-${row}-label`] ?? '';
  return {
    key:
      fields[`question-${row}-key`] || `${slugOf(label).slice(0, 30) || 'question'}-${index + 1}`,
    label,
    kind: fields[`question-${row}-kind`],
    isRequired: fields[`question-${row}-isRequired`] === 'yes',
  };
}
