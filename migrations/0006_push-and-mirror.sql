-- Up Migration
-- Push from Google; one refresh of busy time at a time; accounts that Google asks to be left alone.

-- Watch channels that Google may have. The row comes before the call: the first message may come before its answer.
create table channels (
  id uuid primary key,
  google_account_id uuid not null references google_accounts on delete cascade,
  -- null: the calendar is gone here, and the channel is yet to be stopped
  calendar_id uuid references calendars on delete set null,
  -- where the messages go
  address text not null,
  -- Google's name for what is watched; null until its answer, or the first message, has told it
  resource_id text,
  opened_at timestamptz not null,
  -- until Google has told it: as long as a channel usually lasts
  expires_at timestamptz not null,
  -- the latest message; numbers rise, but not one by one, and messages come twice and out of order
  message_number bigint not null default 0,
  told_at timestamptz
);
create index on channels (calendar_id);
create index on channels (google_account_id);

-- Calendars that Google would not watch: they are polled only, until it is asked again.
create table watch_refusals (
  calendar_id uuid primary key references calendars on delete cascade,
  address text not null,
  error text not null,
  refused_since timestamptz not null,
  asks_again_at timestamptz not null
);

-- Work that is done by one at a time, over all processes. What was cut off is given up at ends_by.
create table runs (
  name text primary key,
  -- how many have begun, and the latest one that came to its end
  begun bigint not null,
  finished bigint not null default 0,
  -- null: nobody is at it
  ends_by timestamptz
);

-- The longer Google has asked for fewer requests, the longer the account is left alone (see backs_off_until).
alter table google_accounts add backs_off_since timestamptz;

-- Down Migration
alter table google_accounts drop backs_off_since;
drop table runs, watch_refusals, channels;
