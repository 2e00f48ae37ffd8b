// The API described for programs (OpenAPI 3.1), from the same schemas that read its input.
import { z } from 'zod';
import {
  createDocument,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
} from 'zod-openapi';
import {
  invitationAnswer,
  invitationInput,
  invitationsAnswer,
  organisersAnswer,
} from './administration/administration-input.ts';
import { agendaQuery, bookingsQuery } from './agenda/agenda-input.ts';
import { attendee, privacy, receipt } from './attendees/attendee-answers-input.ts';
import {
  bookingsFileInput,
  eraseInput,
  exportInput,
  mergeInput,
  noteInput,
  privacyChange,
} from './attendees/attendee-input.ts';
import { slotsQuery } from './availability/slots-routes.ts';
import { bookingInput } from './bookings/booking-input.ts';
import { cancelInput, confirmInput, rescheduleInput } from './bookings/booking-routes.ts';
import { holdInput } from './bookings/hold-routes.ts';
import { eventTypeAnswer, eventTypesAnswer } from './event-types/event-type-answer.ts';
import { eventTypeChange, eventTypeDraft } from './event-types/event-type-input.ts';
import { defaultAsks } from './event-types/event-type.ts';
import { secretLinkAnswer, secretLinkDraft } from './event-types/secret-link-input.ts';
import { whyQuery } from './explanations/why-input.ts';
import { tableNames } from './numbers/number-tables.ts';
import { numbersAnswer } from './numbers/numbers-answer.ts';
import { numbersQuery } from './numbers/numbers-input.ts';
import { behalfInput } from './on-behalf/behalf-input.ts';
import { apiKeyInput, apiKeysAnswer, newApiKeyAnswer } from './organisers/api-key-input.ts';
import { calendarChange, connectionsAnswer } from './organisers/connections/calendar-input.ts';
import { ownRescheduleInput } from './organisers/own-booking-routes.ts';
import { ownNoteInput } from './organisers/own-note-input.ts';
import { profileAnswer, profileChange } from './organisers/profile-input.ts';
import { hoursInput } from './schedules/hours-input.ts';
import {
  hoursAnswer,
  schedule,
  scheduleAnswer,
  strandedAnswer,
  timeOff,
  timeOffAnswer,
} from './schedules/schedule-answers-input.ts';
import {
  scheduleChange,
  scheduleDraft,
  scheduleGone,
  timeOffInput,
} from './schedules/schedule-input.ts';

const instant = z.iso.datetime({ offset: true });
const slot = z.object({ start: instant, end: instant });

const hold = z
  .object({ token: z.string(), start: instant, end: instant, expiresAt: instant })
  .meta({ id: 'Hold' });

const booking = z
  .object({
    id: z.uuid(),
    state: z.enum([
      'held',
      'requested',
      'confirmed',
      'completed',
      'no_show',
      'cancelled',
      'expired',
    ]),
    start: instant,
    end: instant,
    expiresAt: instant.optional(),
    provenAt: instant.optional(),
    manageUrl: z.url(),
  })
  .meta({ id: 'Booking' });

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable; the one thing to branch on.' }),
    errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
    alternatives: z.array(slot).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457' });

const profile = z.object({
  name: z.string(),
  timeZone: z.string(),
  eventTypes: z.array(
    z.object({
      slug: z.string(),
      title: z.string(),
      description: z.string(),
      durationMinutes: z.int(),
      durations: z.array(z.int()),
    }),
  ),
});

const slots = z.object({ timeZone: z.string(), checkedAt: instant, slots: z.array(slot) });
const anyAnswer = z.union([z.string(), z.array(z.string()), z.boolean()]);
const littleAsked = { asks: { ...defaultAsks, phone: 'optional' as const }, questions: [] };
const anyBooking = z.strictObject({
  ...bookingInput(littleAsked).shape,
  answers: z
    .record(z.string(), anyAnswer)
    .optional()
    .meta({ description: 'To the event type’s own questions, by their keys.' }),
});
const anything = z.looseObject({});

type Verb = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Part = { body?: z.ZodType; query?: z.ZodObject; answer?: z.ZodType; status?: 200 | 201 | 204 };

/** One line of the document: `takes('post', '/api/holds', 'Keep a slot', {body, answer})`. */
function takes(verb: Verb, path: string, summary: string, part: Part = {}): ZodOpenApiPathsObject {
  const { body, query, answer = anything, status = 200 } = part;
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
  const pathInput = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  const operation: ZodOpenApiOperationObject = {
    summary,
    tags: [tagOf(path)],
    ...(tagOf(path) !== 'Attendee' && { security: [{ key: [] }, { session: [] }] }),
    requestParams: { path: pathInput, ...(query && { query }) },
    ...(body && {
      requestBody: { required: true, content: { 'application/json': { schema: body } } },
    }),
    responses: {
      [status]: {
        description: 'Done',
        ...(status !== 204 && { content: { 'application/json': { schema: answer } } }),
      },
      default: {
        description: 'What went wrong',
        content: { 'application/problem+json': { schema: problem } },
      },
    },
  };
  return { [path]: { [verb]: operation } };
}

function tagOf(path: string): 'Attendee' | 'Organiser' | 'Administrator' {
  if (path.startsWith('/api/administration')) return 'Administrator';
  return path.startsWith('/api/me') ? 'Organiser' : 'Attendee';
}

const organiser = '/api/organisers/{handle}';
const secretLinks = '/api/me/event-types/{slug}/secret-links';
const own = '/api/me/bookings/{id}';
const person = '/api/me/attendees/{id}';
const administration = '/api/administration';

const operations = [
  takes('get', '/api/hello', 'Is it up', { answer: z.object({ message: z.string() }) }),
  takes('get', organiser, 'Who offers time, and what can be booked', { answer: profile }),
  takes('get', `${organiser}/event-types/{slug}/slots`, 'What is free between two dates', {
    query: z.object(slotsQuery.shape),
    answer: slots,
  }),
  takes('post', '/api/holds', 'Keep a slot for ten minutes', {
    body: holdInput,
    answer: hold,
    status: 201,
  }),
  takes('delete', '/api/holds/{token}', 'Let a held slot go', { status: 204 }),
  takes('post', '/api/bookings', 'Send the form, with a hold or with the slot itself', {
    body: anyBooking,
    answer: booking,
    status: 201,
  }),
  takes('post', '/api/bookings/confirm', 'Prove the e-mail address', {
    body: confirmInput,
    answer: booking,
  }),
  takes('get', '/api/bookings/{token}', 'A booking, by its link', { answer: booking }),
  takes('post', '/api/bookings/{token}/reschedule', 'Move it', {
    body: rescheduleInput,
    answer: booking,
  }),
  takes('post', '/api/bookings/{token}/cancel', 'Call it off', {
    body: cancelInput,
    answer: booking,
  }),
  takes('get', '/api/bookings/{token}/invite.ics', 'As a calendar file'),
  takes('get', '/api/me', 'One’s own profile', { answer: profileAnswer }),
  takes('patch', '/api/me', 'Change it', { body: profileChange, answer: profileAnswer }),
  takes('get', '/api/me/availability', 'When one is open', { answer: hoursInput }),
  takes('put', '/api/me/availability', 'Replace it whole', {
    body: hoursInput,
    answer: hoursAnswer,
  }),
  takes('get', '/api/me/schedules', 'Named sets of hours, the default one first', {
    answer: z.object({ schedules: z.array(schedule) }),
  }),
  takes('post', '/api/me/schedules', 'Add one, with hours or as a copy of another', {
    body: scheduleDraft,
    answer: schedule,
    status: 201,
  }),
  takes('get', '/api/me/schedules/{id}', 'One of them', { answer: schedule }),
  takes('put', '/api/me/schedules/{id}', 'Replace it whole; `isDefault` makes it the default', {
    body: scheduleChange,
    answer: scheduleAnswer,
  }),
  takes('delete', '/api/me/schedules/{id}', 'Delete it; forbidden for the default one', {
    query: scheduleGone,
    answer: strandedAnswer,
  }),
  takes('get', '/api/me/time-off', 'When no schedule is open, from now on', {
    answer: z.object({ timeOff: z.array(timeOff) }),
  }),
  takes('post', '/api/me/time-off', 'Take time off', {
    body: timeOffInput,
    answer: timeOffAnswer,
    status: 201,
  }),
  takes('get', '/api/me/time-off/{id}', 'One of them', { answer: timeOff }),
  takes('put', '/api/me/time-off/{id}', 'Move it', { body: timeOffInput, answer: timeOffAnswer }),
  takes('delete', '/api/me/time-off/{id}', 'Work after all', { status: 204 }),
  takes('get', '/api/me/event-types', 'What can be booked', { answer: eventTypesAnswer }),
  takes('post', '/api/me/event-types', 'Add one', {
    body: eventTypeDraft,
    answer: eventTypeAnswer,
    status: 201,
  }),
  takes('get', '/api/me/event-types/{slug}', 'One of them', { answer: eventTypeAnswer }),
  takes('patch', '/api/me/event-types/{slug}', 'Change it', {
    body: eventTypeChange,
    answer: eventTypeAnswer,
  }),
  takes('delete', '/api/me/event-types/{slug}', 'Remove it; one with bookings is hidden instead', {
    status: 204,
  }),
  takes('post', '/api/me/event-types/{slug}/restore', 'Have it back, within a day', {
    answer: eventTypeAnswer,
  }),
  takes('post', '/api/me/event-types/{slug}/duplicate', 'Copy it; the copy is hidden', {
    answer: eventTypeAnswer,
    status: 201,
  }),
  takes('get', secretLinks, 'Its secret links', {
    answer: z.object({ secretLinks: z.array(secretLinkAnswer) }),
  }),
  takes('post', secretLinks, 'Make one', {
    body: secretLinkDraft,
    answer: secretLinkAnswer,
    status: 201,
  }),
  takes('delete', `${secretLinks}/{id}`, 'Revoke one', { status: 204 }),
  takes('get', '/api/me/event-types/{slug}/why', 'Why a time is not offered', { query: whyQuery }),
  takes('get', '/api/me/bookings', 'One’s bookings', { query: bookingsQuery }),
  takes('get', '/api/me/agenda', 'One’s days: bookings, busy times and open hours', {
    query: z.object(agendaQuery.shape),
  }),
  takes('post', '/api/me/bookings', 'Book for somebody; confirmed at once', {
    body: behalfInput({ asks: { ...defaultAsks, phone: 'optional' }, questions: [] }),
    status: 201,
  }),
  takes('get', own, 'One of them'),
  takes('patch', own, 'Note something of it; the attendee never sees it', { body: ownNoteInput }),
  ...['cancel', 'decline'].map((action) =>
    takes('post', `${own}/${action}`, `The booking: ${action}`, { body: cancelInput }),
  ),
  takes('post', `${own}/reschedule`, 'The booking: reschedule', { body: ownRescheduleInput }),
  ...['approve', 'no-show', 'complete', 'publish'].map((action) =>
    takes('post', `${own}/${action}`, `The booking: ${action}`),
  ),
  takes('get', '/api/me/calendars', 'Connected accounts and calendars, and how they are', {
    answer: connectionsAnswer,
  }),
  takes('patch', '/api/me/calendars', 'Which count as busy, and which receives bookings', {
    body: calendarChange,
    answer: connectionsAnswer,
  }),
  takes('get', '/api/me/attendees', 'Who has booked, by name; `q` searches names and addresses', {
    query: z.object({
      q: z.string().optional(),
      cursor: z.string().optional().meta({ description: '`nextCursor` of the page before.' }),
      limit: z.int().min(1).max(200).optional(),
    }),
    answer: z.object({ attendees: z.array(attendee), nextCursor: z.string().nullable() }),
  }),
  takes('get', '/api/me/attendees/all.csv', 'All of them, as CSV'),
  takes('get', '/api/me/attendees/bookings.csv', 'Bookings with what was typed, as CSV', {
    query: bookingsFileInput,
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
  }),
  takes('get', '/api/me/api-keys', 'Keys for programs', { answer: apiKeysAnswer }),
  takes('post', '/api/me/api-keys', 'Make one; it is shown this once', {
    body: apiKeyInput,
    answer: newApiKeyAnswer,
    status: 201,
  }),
  takes('delete', '/api/me/api-keys/{id}', 'Withdraw one', { status: 204 }),
  takes('get', `${administration}/organisers`, 'Who offers time here, and how they fare', {
    query: z.object({ q: z.string().optional(), page: z.int().min(1).optional() }),
    answer: organisersAnswer,
  }),
  takes('post', `${administration}/organisers/{id}/disable`, 'End what they can do here', {
    status: 204,
  }),
  takes('post', `${administration}/organisers/{id}/enable`, 'Let them go on', { status: 204 }),
  takes('get', `${administration}/invitations`, 'Who is invited and has not come yet', {
    answer: invitationsAnswer,
  }),
  takes('post', `${administration}/invitations`, 'Let an address, or a @domain, sign in', {
    body: invitationInput,
    answer: invitationAnswer,
    status: 201,
  }),
  takes('delete', `${administration}/invitations/{id}`, 'Withdraw one', { status: 204 }),
];

export const openApiDocument = createDocument({
  openapi: '3.1.0',
  info: { title: 'Quarterhour', version: '1', description: 'Free slots, holds and bookings.' },
  paths: operations.reduce(mergePaths, {}),
  components: {
    securitySchemes: {
      key: { type: 'http', scheme: 'bearer' },
      session: { type: 'apiKey', in: 'cookie', name: 'session' },
    },
  },
});

function mergePaths(
  paths: ZodOpenApiPathsObject,
  more: ZodOpenApiPathsObject,
): ZodOpenApiPathsObject {
  const [path, operation] = Object.entries(more)[0]!;
  return { ...paths, [path]: { ...paths[path], ...operation } };
}
