// What an organiser settled about keeping, and the erasing that follows from it.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Retention } from './retention.ts';

export async function getRetention(database: Queryable, organiserId: string): Promise<Retention> {
  const [row] = await database.query<Retention>(sql`
    select age_days as age, gender_days as gender, address_days as address, answers_days as answers,
      phone_days as phone, note_days as note
    from retentions where organiser_id = ${organiserId}`);
  return row!;
}

export async function updateRetention(
  database: Queryable,
  organiserId: string,
  { age, gender, address, answers, phone, note }: Retention,
): Promise<void> {
  await database.query(sql`
    update retentions set age_days = ${age}, gender_days = ${gender}, address_days = ${address},
      answers_days = ${answers}, phone_days = ${phone}, note_days = ${note}
    where organiser_id = ${organiserId}`);
}

/** Those with a field whose time is over, in the order in which locks are taken. */
export async function listOrganisersToErase(database: Queryable, now: Date): Promise<string[]> {
  const rows = await database.query<{ organiserId: string }>(sql`
    select organiser_id as "organiserId" from retentions r
    where exists (select from bookings b where b.organiser_id = r.organiser_id and b.age is not null
        and b.ends_at <= ${now}::timestamptz - make_interval(days => r.age_days)
        and b.state not in ('held', 'requested', 'confirmed'))
      or exists (select from bookings b where b.organiser_id = r.organiser_id and b.gender is not null
        and b.ends_at <= ${now}::timestamptz - make_interval(days => r.gender_days)
        and b.state not in ('held', 'requested', 'confirmed'))
      or exists (select from bookings b where b.organiser_id = r.organiser_id and b.address is not null
        and b.ends_at <= ${now}::timestamptz - make_interval(days => r.address_days)
        and b.state not in ('held', 'requested', 'confirmed'))
      or exists (select from bookings b where b.organiser_id = r.organiser_id and b.answers <> '{}'
        and b.ends_at <= ${now}::timestamptz - make_interval(days => r.answers_days)
        and b.state not in ('held', 'requested', 'confirmed'))
      or exists (select from bookings b where b.organiser_id = r.organiser_id and b.attendee_phone is not null
        and b.ends_at <= ${now}::timestamptz - make_interval(days => r.phone_days)
        and b.state not in ('held', 'requested', 'confirmed'))
      or exists (select from bookings b where b.organiser_id = r.organiser_id and b.note is not null
        and b.ends_at <= ${now}::timestamptz - make_interval(days => r.note_days)
        and b.state not in ('held', 'requested', 'confirmed'))
    order by organiser_id`);
  return rows.map((row) => row.organiserId);
}

/** Field by field, as the organiser settled it. */
export async function eraseOutlivedFields(
  database: Queryable,
  organiserId: string,
  now: Date,
): Promise<void> {
  await database.query(sql`
    update bookings b set
      age = case when due.age then null else b.age end,
      gender = case when due.gender then null else b.gender end,
      address = case when due.address then null else b.address end,
      answers = case when due.answers then null else b.answers end,
      attendee_phone = case when due.phone then null else b.attendee_phone end,
      note = case when due.note then null else b.note end
    from (
      select past.id,
        past.ends_at <= ${now}::timestamptz - make_interval(days => r.age_days) as age,
        past.ends_at <= ${now}::timestamptz - make_interval(days => r.gender_days) as gender,
        past.ends_at <= ${now}::timestamptz - make_interval(days => r.address_days) as address,
        past.ends_at <= ${now}::timestamptz - make_interval(days => r.answers_days) as answers,
        past.ends_at <= ${now}::timestamptz - make_interval(days => r.phone_days) as phone,
        past.ends_at <= ${now}::timestamptz - make_interval(days => r.note_days) as note
      from bookings past join retentions r on r.organiser_id = past.organiser_id
      where past.organiser_id = ${organiserId} and past.starts_at < ${now}
        and past.state not in ('held', 'requested', 'confirmed')
    ) due
    where b.id = due.id and (
      (due.age and b.age is not null) or (due.gender and b.gender is not null)
      or (due.address and b.address is not null) or (due.answers and b.answers <> '{}')
      or (due.phone and b.attendee_phone is not null) or (due.note and b.note is not null)
    )`);
}

/** A record's phone number goes with the last booking that has one. */
export async function eraseOutlivedPhones(database: Queryable, organiserId: string): Promise<void> {
  await database.query(sql`
    update attendees a set phone = null
    from retentions r
    where a.organiser_id = ${organiserId} and r.organiser_id = a.organiser_id and r.phone_days is not null
      and a.phone is not null and not exists (
        select from bookings b where b.attendee_id = a.id and b.attendee_phone is not null
      )`);
}
