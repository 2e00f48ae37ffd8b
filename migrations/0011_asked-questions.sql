-- Up Migration
-- What an event type's own questions were when a booking's form was sent: its answers are read by these, also when a
-- question has been changed or taken away since. [{key, label}], in the order of the form.
alter table bookings add asked_questions jsonb;

update bookings b set asked_questions = (
  select coalesce(jsonb_agg(jsonb_build_object('key', q -> 'key', 'label', q -> 'label') order by nth), '[]')
  from event_types e, jsonb_array_elements(e.questions) with ordinality as asked (q, nth)
  where e.id = b.event_type_id
)
where b.answers <> '{}';

-- Down Migration
alter table bookings drop asked_questions;
