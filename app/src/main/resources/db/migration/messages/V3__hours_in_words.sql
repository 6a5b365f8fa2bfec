-- The words about hours that a wish was chosen for: where they have others since, nothing is sent until somebody has asked.
alter table message_wish add column hours bytea;      -- sealed
