-- Up Migration
-- What stands between two moments, however long it takes, without a look at all that was ever booked.

create index bookings_by_time on bookings using gist (organiser_id, tstzrange(starts_at, ends_at))
  where requested_at is not null;

-- What an organiser had better look at, which is seldom anything.
create index bookings_to_look_at on bookings (organiser_id)
  where state = 'confirmed' and (calendar_flag is not null or publish_given_up);
create index sent_mails_refused on sent_mails (booking_id) where refusal is not null;

-- Down Migration
drop index bookings_by_time, bookings_to_look_at, sent_mails_refused;
