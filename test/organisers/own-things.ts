// One of everything that an organiser can have, so that somebody else can try to get at it.
import { sql } from '../../src/database/sql.ts';
import { appointment } from '../attendees/people.ts';
import { type MadeOrganiser, makeOrganiser } from '../support/makers.ts';
import type { TestService } from '../support/service.ts';
import { type ApiClient, apiClient } from './api-client.ts';

export type OwnThings = {
  made: MadeOrganiser;
  api: ApiClient;
  bookingId: string;
  attendeeId: string;
  attendeeEmail: string;
  otherAttendeeId: string;
  otherEmail: string;
  /** Of the other attendee's; it is over. */
  pastBookingId: string;
  slug: string;
  /** Of an event type that is deleted. */
  goneSlug: string;
  scheduleId: string;
  timeOffId: string;
  linkId: string;
  keyId: string;
  receiptId: string;
  calendarId: string;
  invitationId: string;
};

/** @param word unmistakable: whoever else reads it has seen what is not theirs */
export async function makeThings(service: TestService, word: string): Promise<OwnThings> {
  const slug = `${word}-visit`;
  const made = await makeOrganiser(service, {
    email: `${word}@example.com`,
    eventType: { slug, title: `${word} visit` },
  });
  const api = await apiClient(service, made.organiser.id);
  const attendeeEmail = `${word}-lea@example.org`;
  const otherEmail = `${word}-sam@example.org`;
  const booked = await appointment(service, made, '2026-11-24T10:00:00+01:00', {
    name: `${word} Lea`,
    email: attendeeEmail,
    state: 'confirmed',
  });
  const other = await appointment(service, made, '2026-11-16T10:00:00+01:00', {
    name: `${word} Sam`,
    email: otherEmail,
  });
  const erased = await appointment(service, made, '2026-11-17T10:00:00+01:00', {
    name: `${word} Ida`,
  });
  const receipt = await idFrom(api, 'DELETE', `/api/me/attendees/${erased.attendeeId}`);
  const { body } = await api('GET', '/api/me/calendars');
  return {
    made,
    api,
    bookingId: booked.id,
    attendeeId: booked.attendeeId,
    attendeeEmail,
    otherAttendeeId: other.attendeeId,
    otherEmail,
    pastBookingId: other.id,
    slug,
    goneSlug: await makeGone(api, word),
    scheduleId: await idFrom(api, 'POST', '/api/me/schedules', { name: `${word} hours` }),
    timeOffId: await idFrom(api, 'POST', '/api/me/time-off', timeOff(word)),
    linkId: await idFrom(api, 'POST', `/api/me/event-types/${slug}/secret-links`, { label: word }),
    keyId: await idFrom(api, 'POST', '/api/me/api-keys', { name: `${word} key` }),
    receiptId: receipt,
    calendarId: (body['calendars'] as { id: string }[])[0]!.id,
    invitationId: await insertInvitation(service, made, word),
  };
}

async function makeGone(api: ApiClient, word: string): Promise<string> {
  const slug = `${word}-gone`;
  await api('POST', '/api/me/event-types', { slug, title: 'Gone', durationMinutes: 30 });
  await api('DELETE', `/api/me/event-types/${slug}`);
  return slug;
}

export function timeOff(label: string) {
  return { start: '2027-03-01T00:00:00Z', end: '2027-03-02T00:00:00Z', label };
}

async function idFrom(api: ApiClient, method: string, path: string, body?: object) {
  const reply = await api(method, path, body);
  if (reply.status > 201) throw new Error(`${method} ${path}: ${JSON.stringify(reply.body)}`);
  return reply.body['id'] as string;
}

async function insertInvitation(
  { parts, clock }: TestService,
  { organiser }: MadeOrganiser,
  word: string,
): Promise<string> {
  const [row] = await parts.database.query<{ id: string }>(sql`
    insert into invitations (entry, invited_by, invited_at, language)
    values (${`${word}-invited@example.com`}, ${organiser.id}, ${clock()}, 'en') returning id`);
  return row!.id;
}

/** Every row of every table that belongs to them or to one of their things, as one text. */
export async function allOf({ parts }: TestService, things: OwnThings): Promise<string> {
  const { pool } = parts.database;
  const { rows: tables } = await pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE' order by 1`,
  );
  const ids = [
    things.made.organiser.id,
    things.bookingId,
    things.pastBookingId,
    things.attendeeId,
    things.otherAttendeeId,
    things.scheduleId,
    things.made.eventType.id,
    things.invitationId,
  ];
  const selects = tables.map(
    ({ name }) => `select '${name}' as name, to_jsonb(t)::text as row from "${name}" t`,
  );
  const { rows } = await pool.query<{ name: string; row: string }>(
    `select * from (${selects.join(' union all ')}) every where row like any($1) order by 1, 2`,
    [ids.map((id) => `%${id}%`)],
  );
  return rows.map(({ name, row }) => `${name} ${row}`).join('\n');
}
