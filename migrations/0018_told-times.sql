-- Up Migration
-- The time that each mail told, so that a later one tells from where its reader last knew the appointment to stand.

alter table sent_mails
  add told_starts_at timestamptz,
  add told_ends_at timestamptz;

-- of those that went out already, as the history has it
update sent_mails mail
set (told_starts_at, told_ends_at) = (
  select starts_at, ends_at from booking_history
  where booking_id = mail.booking_id and at <= mail.sent_at order by id desc limit 1
);

-- Down Migration
alter table sent_mails drop told_starts_at, drop told_ends_at;
