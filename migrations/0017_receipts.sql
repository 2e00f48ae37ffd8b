-- Up Migration
-- A receipt of an erasure can be mailed to the person: where to is kept until the mail is out, a day at the most.

alter table erasures
  add receipt_address text,
  add receipt_name text,
  add receipt_language text,
  add receipt_time_zone text,
  -- what became of it; null: it was not to be mailed
  add receipt_mail text check (receipt_mail in ('on_its_way', 'sent', 'failed'));
create index on erasures (erased_at) where receipt_address is not null;

-- Down Migration
drop index erasures_erased_at_idx;
alter table erasures drop receipt_address, drop receipt_name, drop receipt_language, drop receipt_time_zone,
  drop receipt_mail;
