-- Up Migration
-- Organisers, their Google accounts and calendars, when they are open and what can be booked.

create extension if not exists btree_gist;

create table organisers (
  id uuid primary key default gen_random_uuid(),
  handle text not null unique,
  name text not null,
  email text not null,
  time_zone text not null,
  locale text not null default 'en',
  -- rises with every change that can change a slot; the ETag of GET slots
  slots_version bigint not null default 1,
  created_at timestamptz not null,
  disabled_at timestamptz
);

-- Every handle that ever was: never given to anybody else.
create table handles (
  handle text primary key,
  organiser_id uuid references organisers on delete set null
);

create table google_accounts (
  id uuid primary key default gen_random_uuid(),
  organiser_id uuid not null references organisers on delete cascade,
  subject text not null unique,
  email text not null,
  refresh_token_sealed bytea,
  scopes text[] not null,
  state text not null check (state in ('connected', 'needs_reconnect')),
  state_reason text,
  last_success_at timestamptz,
  last_error_at timestamptz,
  last_error text,
  connected_at timestamptz not null
);
create index on google_accounts (organiser_id);

create table calendars (
  id uuid primary key default gen_random_uuid(),
  organiser_id uuid not null references organisers on delete cascade,
  google_account_id uuid not null references google_accounts on delete cascade,
  google_calendar_id text not null,
  title text not null,
  time_zone text not null,
  access_role text not null check (
    access_role in ('freeBusyReader', 'reader', 'writerWithoutPrivateAccess', 'writer', 'owner')
  ),
  is_primary boolean not null,
  counts_as_busy boolean not null,
  unique (google_account_id, google_calendar_id)
);
create index on calendars (organiser_id);

alter table organisers
  add booking_calendar_id uuid references calendars on delete set null;

-- Google's free/busy of one calendar, packed: int32 little-endian epoch minutes, start, end, start, end …
-- checked_at is null until the first answer; error holds Google's reason when the calendar could not be read.
create table busy_mirrors (
  calendar_id uuid primary key references calendars on delete cascade,
  organiser_id uuid not null references organisers on delete cascade,
  busy bytea not null default '',
  covers tstzrange not null default 'empty',
  checked_at timestamptz,
  error text,
  failed_at timestamptz
);
create index on busy_mirrors (organiser_id);

create table availabilities (
  organiser_id uuid primary key references organisers on delete cascade,
  time_zone text not null,
  weekly jsonb not null,
  overrides jsonb not null default '[]'
);

create table event_types (
  id uuid primary key default gen_random_uuid(),
  organiser_id uuid not null references organisers on delete cascade,
  slug text not null,
  title text not null,
  description text not null default '',
  duration_minutes integer not null check (duration_minutes between 5 and 720 and duration_minutes % 5 = 0),
  slot_step_minutes integer not null default 15 check (slot_step_minutes between 5 and 720 and slot_step_minutes % 5 = 0),
  buffer_before_minutes integer not null default 0 check (buffer_before_minutes between 0 and 720),
  buffer_after_minutes integer not null default 0 check (buffer_after_minutes between 0 and 720),
  minimum_notice_minutes integer not null default 60 check (minimum_notice_minutes between 0 and 525600),
  horizon_days integer not null default 60 check (horizon_days between 1 and 365),
  daily_cap integer check (daily_cap between 1 and 1000),
  confirmation text not null default 'email' check (confirmation in ('email', 'instant', 'approval')),
  place jsonb not null default '{"kind": "none"}',
  asks jsonb not null default '{}',
  questions jsonb not null default '[]',
  position integer not null default 0,
  is_hidden boolean not null default false,
  unique (organiser_id, slug)
);

create table sessions (
  token_hash bytea primary key,
  organiser_id uuid not null references organisers on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index on sessions (organiser_id);

-- Requests per client and minute, in the shape that the rate limiter's library asks for.
create table rate_limits (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);

-- Down Migration
drop table rate_limits, sessions, event_types, availabilities, busy_mirrors cascade;
alter table organisers drop booking_calendar_id;
drop table calendars, google_accounts, handles, organisers cascade;
