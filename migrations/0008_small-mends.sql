-- Up Migration
-- What a mail server refuses for good, and the indexes by which the sweep finds what is due.

alter table sent_mails
  -- the mail server's words, where it refused the mail for good: it never arrived, and is not tried again
  add refusal text;

create index on bookings (expires_at) where state in ('held', 'requested');
create index on bookings (upper(blocked)) where state = 'confirmed';
create index on bookings (starts_at) where state = 'confirmed';
create index on bookings (changed_at) where state in ('expired', 'cancelled')
  and (requested_at is null or (proven_at is null and confirmed_at is null and attendee_email is not null));
create index on bookings (changed_at) where state = 'expired' and requested_at is not null and attendee_email is not null;
create index on bookings (coalesce(requested_at, changed_at)) where client is not null and state <> 'held';
create index on idempotent_requests (created_at);

-- Down Migration
drop index idempotent_requests_created_at_idx, bookings_coalesce_idx, bookings_changed_at_idx1, bookings_changed_at_idx,
  bookings_starts_at_idx, bookings_upper_idx, bookings_expires_at_idx;
alter table sent_mails drop refusal;
