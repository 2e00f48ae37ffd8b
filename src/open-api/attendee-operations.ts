// The organiser’s records of people, privacy, and numbers.
import { z } from 'zod';
import { attendee, exportAnswer, privacy, receipt } from '../attendees/attendee-answers-input.ts';
import {
  bookingsFileInput,
  eraseInput,
  exportInput,
  mergeInput,
  noteInput,
  privacyChange,
} from '../attendees/attendee-input.ts';
import { tableNames } from '../numbers/number-tables.ts';
import { numbersAnswer } from '../numbers/numbers-answer.ts';
import { numbersQuery } from '../numbers/numbers-input.ts';
import { takes } from './takes.ts';

const person = '/api/me/attendees/{id}';

export const attendeeOperations = [
  takes('get', '/api/me/attendees', 'Who has booked, by name; `q` searches names and addresses', {
    query: z.object({
      q: z.string().optional(),
      cursor: z.string().optional().meta({ description: '`nextCursor` of the page before.' }),
      limit: z.int().min(1).max(200).optional(),
    }),
    answer: z.object({ attendees: z.array(attendee), nextCursor: z.string().nullable() }),
  }),
  takes('get', '/api/me/attendees/all.csv', 'All of them, as CSV', { files: ['text/csv'] }),
  takes('get', '/api/me/attendees/bookings.csv', 'Bookings with what was typed, as CSV', {
    query: bookingsFileInput,
    files: ['text/csv'],
  }),
  takes('get', person, 'One of them', { answer: attendee }),
  takes('patch', person, 'Note something about them', { body: noteInput, answer: attendee }),
  takes('delete', person, 'Erase them; the answer is the receipt', {
    query: z.object(eraseInput.shape),
    answer: receipt,
  }),
  takes('post', `${person}/merge`, 'Make one record of two; `email` is the address that stays', {
    body: mergeInput,
    answer: attendee,
  }),
  takes('get', `${person}/export`, 'Everything that is kept about them, as JSON or CSV', {
    query: z.object(exportInput.shape),
    answer: exportAnswer,
    files: ['application/json', 'text/csv'],
  }),
  takes('get', '/api/me/privacy', 'Days after the visit at which fields are erased; null: kept', {
    answer: privacy,
  }),
  takes('patch', '/api/me/privacy', 'Change them', { body: privacyChange, answer: privacy }),
  takes('get', '/api/me/privacy/receipts', 'What was erased on request', {
    answer: z.object({ receipts: z.array(receipt) }),
  }),
  takes('get', '/api/me/privacy/receipts/{id}', 'One of these receipts', { answer: receipt }),
  takes('get', '/api/me/numbers', 'What was booked, kept, missed and called off, counted', {
    query: z.object(numbersQuery.shape),
    answer: numbersAnswer,
  }),
  takes('get', '/api/me/numbers/{file}', `One of its tables: ${tableNames.join('.csv, ')}.csv`, {
    query: z.object(numbersQuery.shape),
    files: ['text/csv'],
  }),
];
