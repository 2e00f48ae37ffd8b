// Everything about one attendee as a table: a row for each booking.
import { answerText } from '../event-types/answer-text.ts';
import type { AttendeeBooking } from './attendee.ts';
import { type Cell, csvOf } from './csv.ts';
import type { Export, ExportedBooking } from './export-attendee.ts';

const columns: [string, (entry: AttendeeBooking, exported: ExportedBooking) => Cell][] = [
  ['booking', ({ id }) => id],
  ['state', ({ state }) => state],
  ['start', ({ startsAt }) => startsAt.toISOString()],
  ['end', ({ endsAt }) => endsAt.toISOString()],
  ['event type', ({ eventType }) => eventType],
  ['requested', ({ requestedAt }) => requestedAt.toISOString()],
  ['confirmed', ({ confirmedAt }) => confirmedAt?.toISOString() ?? null],
  ['typed name', ({ name }) => name],
  ['typed e-mail', ({ email }) => email],
  ['typed phone', ({ phone }) => phone],
  ['time zone', ({ timeZone }) => timeZone],
  ['language', ({ locale }) => locale],
  ['new', ({ newPatient }) => newPatient],
  ['age', ({ age }) => age],
  ['gender', ({ gender }) => gender],
  ['address', ({ address }) => address],
  [
    'answers',
    ({ answers }) => joined(Object.entries(answers ?? {}).map(([key, answer]) => `${key}: ${answerText(answer)}`)),
  ],
  ['note', ({ note }) => note],
  ['organiser’s note of the booking', ({ organiserNote }) => organiserNote],
  ['booked by', ({ bookedBy }) => bookedBy],
  ['answer to the invitation', ({ response }) => response],
  ['comment', ({ comment }) => comment],
  ['reason', ({ reason }) => reason],
  ['history', (_, { changes }) => joined(changes.map(changeWords))],
  [
    'mails',
    (_, { mails }) => joined(mails.map((mail) => `${mail.sentAt.toISOString()} ${mail.message}`)),
  ],
];

const personColumns = [
  'name',
  'e-mail',
  'former addresses',
  'phone',
  'organiser’s note',
  'known since',
];

export function exportCsv({ attendee, bookings }: Export): string {
  const { name, email, formerAddresses, phone, note, createdAt } = attendee;
  const person: Cell[] = [
    name,
    email,
    formerAddresses.join(' '),
    phone,
    note,
    createdAt.toISOString(),
  ];
  const head = [...personColumns, ...columns.map(([title]) => title)];
  const rows = bookings.map((exported) =>
    person.concat(columns.map(([, cell]) => cell(exported.booking, exported))),
  );
  return csvOf([head, ...(rows.length > 0 ? rows : [[...person, ...columns.map(() => null)]])]);
}

function changeWords({
  at,
  actor,
  state,
  startsAt,
  reason,
  deed,
}: ExportedBooking['changes'][number]): string {
  const why = reason === null ? '' : ` (${reason})`;
  return `${at.toISOString()} ${actor}: ${deed ?? state}, ${startsAt.toISOString()}${why}`;
}

function joined(words: readonly string[]): string {
  return words.join('\n');
}
