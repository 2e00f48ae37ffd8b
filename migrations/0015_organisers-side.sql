-- Up Migration
-- A booking's page for its organiser: a note of one's own, who booked it, what Google said of its event, and what the
-- history tells beside the changes of the booking itself.

alter table bookings
  -- the organiser's own; the attendee and Google never see it
  add organiser_note text,
  add noted_at timestamptz,
  add booked_by text not null default 'attendee' check (booked_by in ('attendee', 'organiser')),
  -- the attendee has said that the time to which it was moved is kept
  add kept_at timestamptz,
  -- what Google made of the latest attempt to bring the event to this revision, when that came to nothing
  add publish_failure text,
  add publish_failure_said text,
  add publish_failed_at timestamptz,
  add publish_failed_revision integer,
  -- nothing is tried again by itself
  add publish_given_up boolean not null default false;

-- What changes nothing that the other columns would show.
alter table booking_history add deed text check (deed in ('note_changed', 'time_kept'));

create function record_booking_deed() returns trigger language plpgsql as $$
declare
  is_note boolean := old.noted_at is distinct from new.noted_at;
begin
  insert into booking_history
    (booking_id, at, actor, state, starts_at, ends_at, clashing, attendee_response, reason, deed)
  values
    (new.id, case when is_note then new.noted_at else new.kept_at end,
     case when is_note then 'organiser' else 'attendee' end,
     new.state, new.starts_at, new.ends_at, new.clashing, new.attendee_response, new.reason,
     case when is_note then 'note_changed' else 'time_kept' end);
  return null;
end $$;

create trigger record_booking_deed after update of noted_at, kept_at on bookings for each row
  when (new.noted_at is distinct from old.noted_at or new.kept_at is distinct from old.kept_at)
  execute function record_booking_deed();

-- Down Migration
drop trigger record_booking_deed on bookings;
drop function record_booking_deed;
alter table booking_history drop deed;
alter table bookings drop organiser_note, drop noted_at, drop booked_by, drop kept_at, drop publish_failure,
  drop publish_failure_said, drop publish_failed_at, drop publish_failed_revision, drop publish_given_up;
