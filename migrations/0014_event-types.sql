-- Up Migration
-- Event types: several lengths to choose from, a colour, who may find them, and a way back for what was deleted.
-- Secret links let in whoever has one, a limited number of times where the organiser says so.

alter table event_types
  -- beside duration_minutes, which is chosen where nobody says otherwise
  add other_durations integer[] not null default '{}',
  add colour text not null default 'blue' check (
    colour in ('blue', 'teal', 'green', 'olive', 'amber', 'red', 'pink', 'violet', 'grey')
  ),
  -- on the public page, by its own link only, or by a secret link only
  add visibility text not null default 'public' check (visibility in ('public', 'unlisted', 'secret')),
  -- kept for a day, so that it can be had back
  add deleted_at timestamptz;

-- Hidden ones could be booked by their link until now. From here on hidden means: closed, whatever its link.
update event_types set visibility = 'unlisted', is_hidden = false where is_hidden;
update event_types set colour =
  (array['blue', 'teal', 'violet', 'amber', 'green', 'pink', 'olive', 'red', 'grey'])[1 + position % 9];
update event_types set place = place || '{"whoCalls": "organiser"}' where place ->> 'kind' = 'phone';

alter table event_types drop constraint event_types_organiser_id_slug_key;
create unique index event_types_organiser_id_slug_key on event_types (organiser_id, slug) where deleted_at is null;

-- The token in the link is an HMAC over the id: it stands nowhere.
create table secret_links (
  id uuid primary key default gen_random_uuid(),
  organiser_id uuid not null references organisers on delete cascade,
  event_type_id uuid not null references event_types on delete cascade,
  label text not null default '',
  -- null: as often as one likes
  most_uses integer check (most_uses between 1 and 1000),
  expires_at timestamptz,
  created_at timestamptz not null,
  revoked_at timestamptz
);
create index on secret_links (event_type_id);

alter table bookings add secret_link_id uuid references secret_links on delete set null;
create index on bookings (secret_link_id) where secret_link_id is not null;

-- A use is a booking that has neither ended early nor run out; a kept time is one too, as long as it is kept.
create function is_link_used_up(link uuid, own uuid) returns boolean language sql stable as $$
  select exists (
    select from secret_links l where l.id = link and l.most_uses <= (
      select count(*) from bookings where secret_link_id = link and state not in ('cancelled', 'expired')
        and id is distinct from own
    )
  );
$$;

create function is_link_over(link uuid, at timestamptz) returns boolean language sql stable as $$
  select not exists (
    select from secret_links where id = link and revoked_at is null and (expires_at is null or expires_at > at)
  );
$$;

-- take_hold, for whoever came by a secret link. Answers 'link_over' too, where that link lets nobody in any more.
create function take_hold_by_link(
  hold uuid, organiser uuid, event_type uuid, starts timestamptz, ends timestamptz, wanted tstzrange, until timestamptz,
  at timestamptz, holder text, day tstzrange, cap integer, replaced uuid, link uuid
) returns text language plpgsql volatile as $$
declare
  outcome text;
begin
  perform lock_organiser(organiser);
  perform expire_stale(organiser, at);
  if is_link_over(link, at) or is_link_used_up(link, replaced) then
    return 'link_over';
  end if;
  outcome := take_hold(hold, organiser, event_type, starts, ends, wanted, until, at, holder, day, cap, replaced);
  if outcome = 'held' then
    update bookings set secret_link_id = link where id = hold;
  end if;
  return outcome;
end $$;

-- Down Migration
drop function take_hold_by_link, is_link_over, is_link_used_up;
alter table bookings drop secret_link_id;
drop table secret_links;
drop index event_types_organiser_id_slug_key;
delete from event_types where deleted_at is not null;
alter table event_types add constraint event_types_organiser_id_slug_key unique (organiser_id, slug);
update event_types set is_hidden = true where visibility <> 'public';
alter table event_types drop other_durations, drop colour, drop visibility, drop deleted_at;
