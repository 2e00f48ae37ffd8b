-- Up Migration
-- Keys with which an organiser's own programs sign in, as hashes: a key is shown once and never again.
create table api_keys (
  id uuid primary key default gen_random_uuid(),
  organiser_id uuid not null references organisers on delete cascade,
  name text not null,
  key_hash bytea not null unique,
  created_at timestamptz not null
);
create index on api_keys (organiser_id);

-- Down Migration
drop table api_keys;
