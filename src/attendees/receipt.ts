// The receipt of an erasure: what was erased, and when. It names nobody, so that it may be kept.

export type Receipt = {
  id: string;
  erasedAt: Date;
  fields: ErasedField[];
  addressCount: number;
  bookingCount: number;
  /** Of those, the ones that were still to come. */
  cancelledCount: number;
};

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

export const erasedFieldWords: Record<ErasedField, string> = {
  name: 'name',
  email: 'e-mail address',
  phone: 'phone number',
  organiserNote: 'the organiser’s note',
  age: 'age',
  gender: 'gender',
  address: 'address',
  answers: 'answers to questions',
  newPatient: 'whether the person was new',
  note: 'the person’s note',
  reasons: 'reasons and comments',
  timeZone: 'time zone and language',
};

export const googleWords =
  'Events of past appointments in Google Calendar are not touched: they keep the name and the e-mail address until they are deleted there.';

/** The receipt as a plain text to hand over. */
export function receiptText(receipt: Receipt, organiser: { name: string }, at: string): string {
  return [
    `Receipt of erasure ${receipt.id}`,
    '',
    `Erased by: ${organiser.name}`,
    `Erased at: ${at}`,
    '',
    'What was erased:',
    ...receipt.fields.map((field) => `- ${erasedFieldWords[field]}`),
    '',
    ...receiptSentences(receipt),
    '',
  ].join('\n');
}

export function receiptSentences(receipt: Receipt): string[] {
  const { addressCount, bookingCount, cancelledCount } = receipt;
  return [
    `The record of ${counted(addressCount, 'e-mail address', 'e-mail addresses')} is gone.`,
    `${counted(bookingCount, 'booking keeps its', 'bookings keep their')} time and outcome, without the person.`,
    ...(cancelledCount > 0
      ? [`${counted(cancelledCount, 'of them was', 'of them were')} still to come, and cancelled.`]
      : []),
    googleWords,
  ];
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
