-- Up Migration
-- Attendees as the organiser's records: notes, two records of one person made one, erasure, and how long fields are kept.

alter table attendees add note text;
create index on attendees (organiser_id, lower(name), id);

-- Addresses that a merged record had before: who books by one of them is found all the same. Never one that a record has.
create table former_addresses (
  organiser_id uuid not null references organisers on delete cascade,
  email text not null,
  attendee_id uuid not null references attendees on delete cascade,
  primary key (organiser_id, email)
);
create index on former_addresses (attendee_id);

-- Days after the visit at which a field of the form is erased; null: it is kept.
create table retentions (
  organiser_id uuid primary key references organisers on delete cascade,
  age_days integer default 30 check (age_days between 1 and 3650),
  gender_days integer default 30 check (gender_days between 1 and 3650),
  address_days integer default 30 check (address_days between 1 and 3650),
  answers_days integer default 30 check (answers_days between 1 and 3650),
  phone_days integer check (phone_days between 1 and 3650),
  note_days integer check (note_days between 1 and 3650)
);

-- Organisers of before this version: their attendees were told of no erasure, so nothing goes until they say so.
insert into retentions select id, null, null, null, null, null, null from organisers;

create function insert_retention() returns trigger language plpgsql as $$
begin
  insert into retentions (organiser_id) values (new.id);
  return null;
end $$;
create trigger insert_retention after insert on organisers for each row execute function insert_retention();

-- Receipts of what was erased on request. They name nobody.
create table erasures (
  id uuid primary key default gen_random_uuid(),
  organiser_id uuid not null references organisers on delete cascade,
  erased_at timestamptz not null,
  fields text[] not null,
  address_count integer not null,
  booking_count integer not null,
  cancelled_count integer not null
);
create index on erasures (organiser_id, erased_at);

create index on bookings (organiser_id, lower(attendee_email)) where attendee_email is not null;

-- What is there to be erased, by its organiser and the end of the visit.
create index bookings_with_age on bookings (organiser_id, ends_at) where age is not null;
create index bookings_with_gender on bookings (organiser_id, ends_at) where gender is not null;
create index bookings_with_address on bookings (organiser_id, ends_at) where address is not null;
create index bookings_with_answers on bookings (organiser_id, ends_at) where answers <> '{}';
create index bookings_with_phone on bookings (organiser_id, ends_at) where attendee_phone is not null;
create index bookings_with_note on bookings (organiser_id, ends_at) where note is not null;

-- Down Migration
drop index bookings_with_age, bookings_with_gender, bookings_with_address, bookings_with_answers, bookings_with_phone,
  bookings_with_note, bookings_organiser_id_lower_idx;
drop table erasures;
drop function insert_retention cascade;
drop table retentions, former_addresses;
drop index attendees_organiser_id_lower_id_idx;
alter table attendees drop note;
