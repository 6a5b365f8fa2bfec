-- What stands on the circles about being honest with somebody is read by the check: an answer holds for what stood there then.

alter table safe_to_say add column tie_version integer;   -- of whom it is about, on the circles; none for who was not there
