-- Up Migration
-- One row is a booking's whole life, from hold to end; one constraint keeps two active ones of an organiser apart.

create table attendees (
  id uuid primary key default gen_random_uuid(),
  organiser_id uuid not null references organisers on delete cascade,
  email text not null,
  name text not null,
  phone text,
  created_at timestamptz not null,
  unique (organiser_id, email)
);

create table bookings (
  id uuid primary key default gen_random_uuid(),
  organiser_id uuid not null references organisers on delete cascade,
  event_type_id uuid not null references event_types,
  state text not null check (
    state in ('held', 'requested', 'confirmed', 'completed', 'no_show', 'cancelled', 'expired')
  ),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  -- [start − buffer before, end + buffer after)
  blocked tstzrange not null,
  clashing boolean not null default false,
  -- held and requested rows end by themselves
  expires_at timestamptz check ((state in ('held', 'requested')) <= (expires_at is not null)),
  -- who changed the row last, and why: the history trigger copies both
  changed_at timestamptz not null,
  changed_by text not null check (changed_by in ('attendee', 'organiser', 'google', 'system')),
  reason text,
  created_at timestamptz not null,
  requested_at timestamptz,
  proven_at timestamptz,
  confirmed_at timestamptz,
  -- the client that made it, as a keyed hash: limits only
  client text,
  manage_generation integer not null default 1,
  -- rises with each change that mails and calendar event must follow; iCalendar's SEQUENCE
  revision integer not null default 0,

  attendee_id uuid references attendees on delete set null,
  attendee_name text,
  attendee_email text,
  attendee_phone text,
  attendee_time_zone text,
  attendee_locale text,
  attendee_response text check (attendee_response in ('needsAction', 'accepted', 'tentative', 'declined')),
  new_patient boolean,
  age integer,
  gender text,
  address text,
  answers jsonb,
  note text,

  -- the calendar event: where it is, and the last state that both sides agreed on
  calendar_id uuid references calendars on delete set null,
  google_event_id text,
  ical_uid text,
  event_link text,
  conference_link text,
  agreed_etag text,
  agreed_revision integer,
  agreed_starts_at timestamptz,
  agreed_ends_at timestamptz,
  agreed_status text,

  constraint no_overlap exclude using gist (organiser_id with =, blocked with &&)
    where (state in ('held', 'requested', 'confirmed') and not clashing)
);
create index on bookings (organiser_id, starts_at);
create index on bookings (organiser_id, expires_at) where state in ('held', 'requested');
create index on bookings (organiser_id) where clashing;
create index on bookings (attendee_id);
create index on bookings (client, created_at) where client is not null;
create index on bookings (lower(attendee_email), requested_at) where requested_at is not null;

create table booking_history (
  id bigint generated always as identity primary key,
  booking_id uuid not null references bookings on delete cascade,
  at timestamptz not null,
  actor text not null,
  state text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  clashing boolean not null,
  attendee_response text,
  reason text
);
create index on booking_history (booking_id);

-- Which mails went out: one change gives one mail.
create table sent_mails (
  booking_id uuid not null references bookings on delete cascade,
  message text not null,
  revision integer not null,
  sent_at timestamptz not null,
  primary key (booking_id, message, revision)
);

-- Idempotency-Key: what a request made, for 24 hours. Keys and bodies as hashes.
create table idempotent_requests (
  key_hash bytea primary key,
  body_hash bytea not null,
  booking_id uuid not null references bookings on delete cascade,
  created_at timestamptz not null
);

-- No change goes unrecorded: the history and the organiser's version follow from the row itself.
create function record_booking_change() returns trigger language plpgsql as $$
begin
  update organisers set slots_version = slots_version + 1 where id = new.organiser_id;
  if tg_op = 'INSERT'
     or (old.state, old.starts_at, old.ends_at, old.clashing, old.attendee_response, old.proven_at)
        is distinct from (new.state, new.starts_at, new.ends_at, new.clashing, new.attendee_response, new.proven_at)
  then
    insert into booking_history
      (booking_id, at, actor, state, starts_at, ends_at, clashing, attendee_response, reason)
    values
      (new.id, new.changed_at, new.changed_by, new.state, new.starts_at, new.ends_at, new.clashing,
       new.attendee_response, new.reason);
  end if;
  return null;
end $$;

create trigger record_booking_change after insert or update of state, starts_at, ends_at, blocked, clashing,
  attendee_response on bookings for each row execute function record_booking_change();

create function raise_slots_version() returns trigger language plpgsql as $$
begin
  update organisers set slots_version = slots_version + 1
    where id = coalesce(new.organiser_id, old.organiser_id);
  return null;
end $$;

create trigger raise_slots_version after insert or update or delete on availabilities
  for each row execute function raise_slots_version();
create trigger raise_slots_version after insert or update or delete on event_types
  for each row execute function raise_slots_version();
create trigger raise_slots_version after insert or update or delete on busy_mirrors
  for each row execute function raise_slots_version();
create trigger raise_slots_version after insert or update or delete on calendars
  for each row execute function raise_slots_version();
create trigger raise_slots_version after insert or update of state or delete on google_accounts
  for each row execute function raise_slots_version();

-- Down Migration
drop table idempotent_requests, sent_mails, booking_history, bookings, attendees cascade;
drop function record_booking_change, raise_slots_version cascade;
