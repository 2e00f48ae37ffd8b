// Everything about one attendee as a table: a row for each booking.
import { say } from '../languages/say.ts';
import type { Attendee } from './attendee.ts';
import { bookingColumns, type Column } from './booking-columns.ts';
import { csvOf } from './csv.ts';
import type { Export, ExportedBooking } from './export-attendee.ts';

export function exportCsv({ attendee, bookings }: Export): string {
  const forPerson = personColumns();
  const forBooking = exportedColumns();
  const person = forPerson.map(([, cell]) => cell(attendee));
  const head = [...forPerson, ...forBooking].map(([title]) => title);
  const rows = bookings.map((exported) =>
    person.concat(forBooking.map(([, cell]) => cell(exported))),
  );
  return csvOf([head, ...(rows.length > 0 ? rows : [[...person, ...forBooking.map(() => null)]])]);
}

export function personColumns(): Column<Attendee>[] {
  return [
    [say('Name'), ({ name }) => name],
    [say('E-mail'), ({ email }) => email],
    [say('Former addresses'), ({ formerAddresses }) => formerAddresses.join(' ')],
    [say('Phone'), ({ phone }) => phone],
    [say('Your note'), ({ note }) => note],
    [say('Known since'), ({ createdAt }) => createdAt.toISOString()],
  ];
}

function exportedColumns(): Column<ExportedBooking>[] {
  const columns = bookingColumns((at) => at.toISOString());
  return [
    ...columns.map(([title, cell]): Column<ExportedBooking> => [
      title,
      ({ booking }) => cell(booking),
    ]),
    [say('History'), ({ changes }) => changes.map(changeWords).join('\n')],
    [
      say('Mails'),
      ({ mails }) => mails.map((mail) => `${mail.sentAt.toISOString()} ${mail.message}`).join('\n'),
    ],
  ];
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
