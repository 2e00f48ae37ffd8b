-- Up Migration
-- What stands between two moments, however long it takes, without a look at all that was ever booked.

create index bookings_by_time on bookings using gist (organiser_id, tstzrange(starts_at, ends_at))
  where requested_at is not null;

-- Down Migration
drop index bookings_by_time;
