-- Up Migration
-- Several named schedules per organiser, of which one is the default; time off, which closes all of them. What was an
-- organiser's availability becomes the default schedule, and keeps its triggers: hours and slots have new versions then.

alter table availabilities rename to schedules;
-- there is one zone, the organiser's own
update organisers o set time_zone = s.time_zone from schedules s
  where s.organiser_id = o.id and s.time_zone <> o.time_zone;
alter table schedules drop constraint availabilities_pkey, drop time_zone;
alter table schedules
  add id uuid primary key default gen_random_uuid(),
  -- empty: the first one, as long as nobody has given it a name
  add name text not null default '',
  add is_default boolean not null default true,
  add revision integer not null default 1,
  -- {weekly, overrides} before the latest change, to have them back
  add before jsonb,
  add unique (organiser_id, id);
alter table schedules alter is_default set default false;
create unique index one_default_schedule on schedules (organiser_id) where is_default;
create unique index own_schedule_names on schedules (organiser_id, lower(name));

-- null: the default
alter table event_types add schedule_id uuid,
  add constraint event_types_schedule_fkey
    foreign key (organiser_id, schedule_id) references schedules (organiser_id, id);
create index on event_types (schedule_id) where schedule_id is not null;

create table time_off (
  id uuid primary key default gen_random_uuid(),
  organiser_id uuid not null references organisers on delete cascade,
  period tstzrange not null check (not isempty(period)),
  label text not null default '',
  -- kept a while, so that it can be had back
  removed_at timestamptz
);
create index on time_off using gist (organiser_id, period) where removed_at is null;
create trigger raise_slots_version after insert or update or delete on time_off
  for each row execute function raise_slots_version();
create trigger raise_hours_version after insert or update or delete on time_off
  for each row execute function raise_hours_version();

-- Which schedules are in use, and so what the organiser's hours are as a whole, hangs on the event types.
create trigger raise_hours_version after insert or update or delete on event_types
  for each row execute function raise_hours_version();

create function move_hours() returns trigger language plpgsql as $$
begin
  new.hours_version = new.hours_version + 1;
  new.slots_version = new.slots_version + 1;
  return new;
end $$;
create trigger move_hours before update of time_zone on organisers
  for each row when (new.time_zone <> old.time_zone) execute function move_hours();

-- Down Migration
drop trigger move_hours on organisers;
drop function move_hours;
drop trigger raise_hours_version on event_types;
drop table time_off;
alter table event_types drop schedule_id;
delete from schedules where not is_default;
drop index one_default_schedule, own_schedule_names;
alter table schedules drop constraint schedules_pkey, drop constraint schedules_organiser_id_id_key;
alter table schedules add time_zone text;
update schedules s set time_zone = o.time_zone from organisers o where o.id = s.organiser_id;
alter table schedules alter time_zone set not null;
alter table schedules drop id, drop name, drop is_default, drop revision, drop before;
alter table schedules rename to availabilities;
alter table availabilities add constraint availabilities_pkey primary key (organiser_id);
