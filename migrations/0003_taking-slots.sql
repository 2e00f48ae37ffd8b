-- Up Migration
-- How a slot is taken: under the organiser's lock, in as few round trips as can be.

-- Every transaction that writes bookings calls this first, as a statement of its own: a lock taken inside the writing
-- statement would keep the snapshot from before the wait.
create function lock_organiser(organiser uuid) returns void language sql volatile as $$
  select pg_advisory_xact_lock(hashtextextended(organiser::text, 0));
$$;

-- Holds and requests end by the clock; this only writes down what is so already.
create function expire_stale(organiser uuid, at timestamptz) returns void language sql volatile as $$
  update bookings set state = 'expired', changed_at = at, changed_by = 'system', reason = null
  where organiser_id = organiser and state in ('held', 'requested') and expires_at <= at;
$$;

-- Rows outside of the constraint count all the same.
create function meets_clashing(organiser uuid, wanted tstzrange, own uuid) returns boolean language sql stable as $$
  select exists (
    select from bookings where organiser_id = organiser and clashing and blocked && wanted
      and state in ('held', 'requested', 'confirmed') and id is distinct from own
  );
$$;

-- Bookings that count for the daily cap: those that start within the organiser's date and have not ended early.
create function is_day_full(organiser uuid, day tstzrange, cap integer, own uuid) returns boolean language sql stable as $$
  select cap is not null and cap <= (
    select count(*) from bookings where organiser_id = organiser
      and starts_at >= lower(day) and starts_at < upper(day) and state not in ('cancelled', 'expired') and id is distinct from own
  );
$$;

create function insert_hold(
  hold uuid, organiser uuid, event_type uuid, starts timestamptz, ends timestamptz, wanted tstzrange, until timestamptz,
  at timestamptz, holder text
) returns text language plpgsql volatile as $$
begin
  insert into bookings
    (id, organiser_id, event_type_id, state, starts_at, ends_at, blocked, expires_at, client,
     created_at, changed_at, changed_by)
  values (hold, organiser, event_type, 'held', starts, ends, wanted, until, holder, at, at, 'attendee')
  on conflict do nothing;
  return case when found then 'held' else 'slot_taken' end;
end $$;

-- The old hold may overlap the new one, so it goes first; when the new one is lost, all of this is undone.
create function swap_hold(
  hold uuid, organiser uuid, event_type uuid, starts timestamptz, ends timestamptz, wanted tstzrange, until timestamptz,
  at timestamptz, holder text, replaced uuid
) returns text language plpgsql volatile as $$
begin
  update bookings set state = 'cancelled', changed_at = at, changed_by = 'attendee', reason = null
  where id = replaced and organiser_id = organiser and state = 'held';
  if insert_hold(hold, organiser, event_type, starts, ends, wanted, until, at, holder) <> 'held' then
    raise exception using errcode = 'QH001';
  end if;
  return 'held';
exception when sqlstate 'QH001' then
  return 'slot_taken';
end $$;

-- A client turns to several organisers at once: its own lock comes after the organiser's, always.
create function has_too_many_holds(holder text, at timestamptz, own uuid) returns boolean language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('holds of ' || holder, 0));
  return 3 <= (
    select count(*) from bookings where client = holder and state = 'held' and expires_at > at
      and id is distinct from own
  );
end $$;

-- Answers 'held', 'slot_taken', 'day_full' or 'too_many_holds'. `replaced` is let go only when the new hold is taken.
create function take_hold(
  hold uuid, organiser uuid, event_type uuid, starts timestamptz, ends timestamptz, wanted tstzrange, until timestamptz,
  at timestamptz, holder text, day tstzrange, cap integer, replaced uuid
) returns text language plpgsql volatile as $$
begin
  perform lock_organiser(organiser);
  perform expire_stale(organiser, at);
  if holder is not null and has_too_many_holds(holder, at, replaced) then
    return 'too_many_holds';
  end if;
  if cap is not null and is_day_full(organiser, day, cap, replaced) then
    return 'day_full';
  end if;
  if meets_clashing(organiser, wanted, replaced) then
    return 'slot_taken';
  end if;
  if replaced is not null then
    return swap_hold(hold, organiser, event_type, starts, ends, wanted, until, at, holder, replaced);
  end if;
  return insert_hold(hold, organiser, event_type, starts, ends, wanted, until, at, holder);
end $$;

-- Down Migration
drop function take_hold, has_too_many_holds, swap_hold, insert_hold, is_day_full, meets_clashing, expire_stale, lock_organiser;
