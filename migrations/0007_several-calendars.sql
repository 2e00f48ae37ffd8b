-- Up Migration
-- Several Google accounts per organiser, an event type's own calendar, and what is told of a connection's health.

alter table google_accounts
  drop constraint google_accounts_state_check,
  add constraint google_accounts_state_check check (state in ('connected', 'needs_reconnect', 'disconnected')),
  -- the order in which an organiser added them: the first is the one that signs in
  add position bigint generated always as identity,
  add last_error_code text,
  -- only where Google limits the life of its permission (a client in "Testing": seven days)
  add refresh_token_ends_at timestamptz,
  -- when the list of calendars was last read
  add listed_at timestamptz,
  -- the organiser was mailed that it must be connected again, and has not been mailed since that it works
  add told_broken_at timestamptz;

alter table calendars
  -- since when Google does not list it any more; kept while it is in use
  add unlisted_at timestamptz,
  -- the organiser was mailed that it cannot be read, and has not been mailed since that it can
  add told_unreadable_at timestamptz;

alter table event_types
  -- null: the organiser's
  add booking_calendar_id uuid references calendars on delete set null;

-- Notes on what was told, or when a list was read, change no slot.
drop trigger raise_slots_version on calendars;
create trigger raise_slots_version after insert or delete or update of counts_as_busy, access_role, unlisted_at
  on calendars for each row execute function raise_slots_version();

-- Down Migration
drop trigger raise_slots_version on calendars;
create trigger raise_slots_version after insert or update or delete on calendars
  for each row execute function raise_slots_version();
alter table event_types drop booking_calendar_id;
alter table calendars drop unlisted_at, drop told_unreadable_at;
update google_accounts set state = 'needs_reconnect' where state = 'disconnected';
alter table google_accounts
  drop told_broken_at, drop listed_at, drop refresh_token_ends_at, drop last_error_code, drop position,
  drop constraint google_accounts_state_check,
  add constraint google_accounts_state_check check (state in ('connected', 'needs_reconnect'));
