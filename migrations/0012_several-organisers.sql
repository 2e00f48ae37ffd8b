-- Up Migration
-- Several organisers on one installation: who was invited beside ORGANISERS, when each signed in last, in which language
-- each wants to be spoken to, and what each key of a program may do.

create table invitations (
  id uuid primary key default gen_random_uuid(),
  -- an address or @domain, in small letters
  entry text not null unique,
  invited_by uuid references organisers on delete set null,
  invited_at timestamptz not null,
  -- of the mail: the one that the administrator reads
  language text not null,
  mailed_at timestamptz,
  -- what the mail server said when it refused the mail for good
  mail_refusal text
);

-- Each mail of an invitation, also of one withdrawn since: so many a day, and no more.
create table invitation_mails (
  id uuid primary key default gen_random_uuid(),
  address text not null,
  asked_at timestamptz not null
);
create index on invitation_mails (asked_at);

alter table organisers
  add last_sign_in_at timestamptz,
  -- chosen by hand; null: as the browser. locale then is what the browser said last, for the mails.
  add language text check (language in ('en', 'es', 'de', 'fr', 'hi'));
update organisers o set last_sign_in_at = (select max(s.created_at) from sessions s where s.organiser_id = o.id);
create index on organisers (lower(name), id);
create index on organisers (lower(email));

-- Former handles of an organiser lead to the one of today.
create index on handles (organiser_id);

alter table api_keys
  add scope text not null default 'write' check (scope in ('read', 'write')),
  add last_used_at timestamptz;

-- Down Migration
alter table api_keys drop last_used_at, drop scope;
drop index handles_organiser_id_idx, organisers_lower_id_idx, organisers_lower_idx;
alter table organisers drop language, drop last_sign_in_at;
drop table invitation_mails, invitations;
