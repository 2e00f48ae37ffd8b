// Invitations, and how many mails they have caused.
import type { Queryable } from '../database/database.ts';
import { sql } from '../database/sql.ts';
import type { Language } from '../languages/language.ts';
import { say } from '../languages/say.ts';
import { Problem } from '../problem.ts';
import type { Invitation } from './invitation.ts';

/** Which of these somebody has invited. */
export async function listInvitedAmong(
  database: Queryable,
  entries: readonly string[],
): Promise<string[]> {
  const rows = await database.query<{ entry: string }>(sql`
    select entry from invitations where entry = any(${entries})`);
  return rows.map(({ entry }) => entry);
}

/** Those that nobody has followed yet, the newest first; a domain stays open. */
export async function listOpenInvitations(database: Queryable): Promise<Invitation[]> {
  return database.query<Invitation>(sql`
    select invitation.id, invitation.entry, invitation.invited_at as "invitedAt",
      administrator.name as "invitedBy", invitation.mailed_at as "mailedAt",
      invitation.mail_refusal as "mailRefusal"
    from invitations invitation left join organisers administrator on administrator.id = invitation.invited_by
    where not exists (select from organisers where lower(email) = invitation.entry)
    order by invitation.invited_at desc, invitation.id`);
}

/** Null when it was withdrawn. */
export async function findInvitation(
  database: Queryable,
  id: string,
): Promise<(Invitation & { language: Language }) | null> {
  const [row] = await database.query<Invitation & { language: Language }>(sql`
    select invitation.id, invitation.entry, invitation.invited_at as "invitedAt",
      administrator.name as "invitedBy", invitation.mailed_at as "mailedAt",
      invitation.mail_refusal as "mailRefusal", invitation.language
    from invitations invitation left join organisers administrator on administrator.id = invitation.invited_by
    where invitation.id = ${id}`);
  return row ?? null;
}

/** Throws not_found. */
export async function getInvitation(database: Queryable, id: string): Promise<Invitation> {
  const invitation = await findInvitation(database, id);
  if (!invitation) throw notOpen();
  return invitation;
}

/** Null when it is invited already. */
export async function insertInvitation(
  database: Queryable,
  { entry, invitedBy, language }: { entry: string; invitedBy: string; language: Language },
  now: Date,
): Promise<string | null> {
  const [row] = await database.query<{ id: string }>(sql`
    insert into invitations (entry, invited_by, invited_at, language)
    values (${entry}, ${invitedBy}, ${now}, ${language}) on conflict do nothing returning id`);
  return row?.id ?? null;
}

/** Throws not_found, also once it was followed: then the organiser is there, and can be disabled. */
export async function deleteOpenInvitation(database: Queryable, id: string): Promise<void> {
  const rows = await database.query(sql`
    delete from invitations where id = ${id}
      and not exists (select from organisers where lower(email) = invitations.entry) returning id`);
  if (rows.length === 0) throw notOpen();
}

function notOpen(): Problem {
  return new Problem('not_found', say('This invitation is not open any more.'));
}

export async function updateInvitationMailed(
  database: Queryable,
  id: string,
  mail: { mailedAt: Date } | { refusal: string },
): Promise<void> {
  const [mailedAt, refusal] = 'refusal' in mail ? [null, mail.refusal] : [mail.mailedAt, null];
  await database.query(sql`
    update invitations set mailed_at = ${mailedAt}, mail_refusal = ${refusal} where id = ${id}`);
}

export async function isOrganisersAddress(database: Queryable, email: string): Promise<boolean> {
  const rows = await database.query(sql`
    select id from organisers where lower(email) = ${email} limit 1`);
  return rows.length > 0;
}

/** Whoever counts mails waits for the one before. */
export async function lockInvitationMails(database: Queryable): Promise<void> {
  await database.query(sql`select pg_advisory_xact_lock(hashtextextended('invitation mails', 0))`);
}

export async function countInvitationMails(
  database: Queryable,
  address: string,
  since: Date,
): Promise<{ inAll: number; toThis: number }> {
  const [row] = await database.query<{ inAll: number; toThis: number }>(sql`
    select count(*)::integer as "inAll", count(*) filter (where address = ${address})::integer as "toThis"
    from invitation_mails where asked_at > ${since}`);
  return row!;
}

/** What counts no more is forgotten. */
export async function insertInvitationMail(
  database: Queryable,
  address: string,
  { now, since }: { now: Date; since: Date },
): Promise<void> {
  await database.query(sql`delete from invitation_mails where asked_at <= ${since}`);
  await database.query(sql`
    insert into invitation_mails (address, asked_at) values (${address}, ${now})`);
}
