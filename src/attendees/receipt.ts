// The receipt of an erasure: what was erased, and when. It names nobody, so that it may be kept.
import { say } from '../languages/say.ts';

export type Receipt = {
  id: string;
  erasedAt: Date;
  fields: ErasedField[];
  addressCount: number;
  bookingCount: number;
  /** Of those, the ones that were still to come. */
  cancelledCount: number;
  mail: ReceiptMail;
};

/** What became of the receipt that was to be mailed to the person, where it was. */
export type ReceiptMail = 'none' | 'on_its_way' | 'sent' | 'failed';

export const receiptMails = [
  'none',
  'on_its_way',
  'sent',
  'failed',
] as const satisfies readonly ReceiptMail[];

export const erasedFields = [
  'name',
  'email',
  'phone',
  'organiserNote',
  'age',
  'gender',
  'address',
  'answers',
  'newPatient',
  'note',
  'reasons',
  'timeZone',
] as const;

export type ErasedField = (typeof erasedFields)[number];

export function erasedFieldWords(field: ErasedField): string {
  return fieldWords[field]();
}

const fieldWords: Record<ErasedField, () => string> = {
  name: () => say('name'),
  email: () => say('e-mail address'),
  phone: () => say('phone number'),
  organiserNote: () => say('the organiser’s notes'),
  age: () => say('age'),
  gender: () => say('gender'),
  address: () => say('address'),
  answers: () => say('answers to questions'),
  newPatient: () => say('whether the person was new'),
  note: () => say('the person’s note'),
  reasons: () => say('reasons and comments'),
  timeZone: () => say('time zone and language'),
};

export function googleWords(): string {
  return say(
    'Events of past appointments in Google Calendar are not touched: they keep the name and the e-mail address until they are deleted there.',
  );
}

/** The receipt as a plain text to hand over. */
export function receiptText(receipt: Receipt, organiser: { name: string }, at: string): string {
  return [
    say('Receipt of erasure {id}', { id: receipt.id }),
    '',
    say('Erased by: {organiser}', { organiser: organiser.name }),
    say('Erased at: {moment}', { moment: at }),
    '',
    say('What was erased:'),
    ...receipt.fields.map((field) => `- ${erasedFieldWords(field)}`),
    '',
    ...receiptSentences(receipt),
    '',
  ].join('\n');
}

export function receiptSentences(receipt: Omit<Receipt, 'mail'>): string[] {
  const { addressCount, bookingCount, cancelledCount } = receipt;
  return [
    say(
      'The record of {count, plural, one {# e-mail address} other {# e-mail addresses}} is gone.',
      { count: addressCount },
    ),
    say(
      '{count, plural, one {# booking keeps its time and outcome, without the person.} other {# bookings keep their time and outcome, without the person.}}',
      { count: bookingCount },
    ),
    ...(cancelledCount > 0
      ? [
          say(
            '{count, plural, one {# of them was still to come, and cancelled.} other {# of them were still to come, and cancelled.}}',
            { count: cancelledCount },
          ),
        ]
      : []),
    googleWords(),
  ];
}
