-- Up Migration
-- Following Google: how far each calendar has been read, and what was read there of each booking.

create table followed_calendars (
  calendar_id uuid primary key references calendars on delete cascade,
  -- where the next reading goes on; null: all is read, and every booking to come compared
  sync_token text,
  synced_at timestamptz,
  -- the latest reading, when it came to nothing: why, in plain words, and since when it has
  error text,
  failed_at timestamptz,
  failing_since timestamptz,
  -- who reads now: one at a time, over all processes
  reader uuid,
  reader_until timestamptz
);

-- Google asks for fewer requests: nothing is asked of this account until then.
alter table google_accounts add backs_off_until timestamptz;

alter table bookings
  -- Google's own time of the state that was agreed on: an older one that comes late is no news
  add agreed_updated_at timestamptz,
  add attendee_comment text,
  add responded_at timestamptz,
  -- Google has shown us the attendee among the event's guests: who is missing now was taken off the list
  add attendee_invited boolean not null default false,
  -- what became of the calendar event that cannot be followed: the organiser is to look
  add calendar_flag text check (calendar_flag in ('all_day', 'recurring', 'moved_away', 'restored', 'guest_removed'));
create index on bookings (calendar_id, google_event_id) where google_event_id is not null;

alter table event_types
  add on_decline text not null default 'keep' check (on_decline in ('keep', 'cancel'));

-- An answer to the invitation is the attendee's, whoever changed the booking last.
create or replace function record_booking_change() returns trigger language plpgsql as $$
declare
  only_answered boolean := tg_op = 'UPDATE'
    and old.attendee_response is distinct from new.attendee_response
    and (old.state, old.starts_at, old.ends_at, old.clashing, old.proven_at)
      is not distinct from (new.state, new.starts_at, new.ends_at, new.clashing, new.proven_at);
begin
  update organisers set slots_version = slots_version + 1 where id = new.organiser_id;
  if tg_op = 'INSERT'
     or (old.state, old.starts_at, old.ends_at, old.clashing, old.attendee_response, old.proven_at)
        is distinct from (new.state, new.starts_at, new.ends_at, new.clashing, new.attendee_response, new.proven_at)
  then
    insert into booking_history
      (booking_id, at, actor, state, starts_at, ends_at, clashing, attendee_response, reason)
    values
      (new.id, case when only_answered then new.responded_at else new.changed_at end,
       case when only_answered then 'attendee' else new.changed_by end,
       new.state, new.starts_at, new.ends_at, new.clashing, new.attendee_response,
       case when only_answered then new.attendee_comment else new.reason end);
  end if;
  return null;
end $$;

-- Down Migration
create or replace function record_booking_change() returns trigger language plpgsql as $$
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
alter table event_types drop on_decline;
alter table bookings drop agreed_updated_at, drop attendee_comment, drop responded_at, drop attendee_invited,
  drop calendar_flag;
alter table google_accounts drop backs_off_until;
drop table followed_calendars;
