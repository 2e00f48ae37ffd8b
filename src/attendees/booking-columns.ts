// The columns in which a booking is given away as a table. States, languages and who did something stay words of the API.
import { answerText } from '../event-types/answer-text.ts';
import { say } from '../languages/say.ts';
import type { AttendeeBooking } from './attendee.ts';
import type { Cell } from './csv.ts';

export type Column<Row> = readonly [title: string, cell: (row: Row) => Cell];

export function bookingColumns(moment: (at: Date) => string): Column<AttendeeBooking>[] {
  return [
    [say('Booking'), ({ id }) => id],
    [say('State'), ({ state }) => state],
    [say('Start'), ({ startsAt }) => moment(startsAt)],
    [say('End'), ({ endsAt }) => moment(endsAt)],
    [say('Event type'), ({ eventType }) => eventType],
    [say('Requested'), ({ requestedAt }) => moment(requestedAt)],
    [say('Confirmed'), ({ confirmedAt }) => confirmedAt && moment(confirmedAt)],
    [say('Typed name'), ({ name }) => name],
    [say('Typed e-mail address'), ({ email }) => email],
    [say('Typed phone number'), ({ phone }) => phone],
    [say('Time zone'), ({ timeZone }) => timeZone],
    [say('Language'), ({ locale }) => locale],
    [say('New'), ({ newPatient }) => newPatient],
    [say('Age'), ({ age }) => age],
    [say('Gender'), ({ gender }) => gender],
    [say('Address'), ({ address }) => address],
    [say('Answers'), ({ answers }) => answersText(answers)],
    [say('Note'), ({ note }) => note],
    [say('Your note of the booking'), ({ organiserNote }) => organiserNote],
    [say('Booked by'), ({ bookedBy }) => bookedBy],
    [say('Answer to the invitation'), ({ response }) => response],
    [say('Comment'), ({ comment }) => comment],
    [say('Reason'), ({ reason }) => reason],
  ];
}

function answersText(answers: AttendeeBooking['answers']): string {
  const lines = Object.entries(answers ?? {}).map(
    ([key, answer]) => `${key}: ${answerText(answer)}`,
  );
  return lines.join('\n');
}
