-- Up Migration
-- Several organisers on one installation: who was invited beside ORGANISERS, and when each signed in last.

create table invitations (
  id uuid primary key default gen_random_uuid(),
  -- an address or @domain, in small letters
  entry text not null unique,
  invited_by uuid references organisers on delete set null,
  invited_at timestamptz not null,
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

alter table organisers add last_sign_in_at timestamptz;
update organisers o set last_sign_in_at = (select max(s.created_at) from sessions s where s.organiser_id = o.id);

-- Former handles of an organiser lead to the one of today.
create index on handles (organiser_id);

-- Down Migration
drop index handles_organiser_id_idx;
alter table organisers drop last_sign_in_at;
drop table invitation_mails, invitations;
