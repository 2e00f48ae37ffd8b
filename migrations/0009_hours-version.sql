-- Up Migration
-- Bookings change an organiser's slots all day, the hours hardly ever: what is kept of the hours has a version of its own.
alter table organisers add hours_version bigint not null default 1;

create function raise_hours_version() returns trigger language plpgsql as $$
begin
  update organisers set hours_version = hours_version + 1
    where id = coalesce(new.organiser_id, old.organiser_id);
  return null;
end $$;

create trigger raise_hours_version after insert or update or delete on availabilities
  for each row execute function raise_hours_version();

-- Down Migration
drop function raise_hours_version cascade;
alter table organisers drop hours_version;
