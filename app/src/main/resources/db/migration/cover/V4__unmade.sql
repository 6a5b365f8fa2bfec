-- A therapist who has made no clinical will dies or falls ill all the same. Then whoever runs the practice may carry on as one
-- would, once a second person confirms it: for names and the way that is safe, and only while it is asked for or open.
alter table clinical_will add column made_by uuid;    -- who asked; empty where the therapist made it
drop index clinical_will_once;
create unique index clinical_will_once on clinical_will (practice_id, therapist_id)
    where ended_at is null and made_by is null;
create unique index clinical_will_unmade_once on clinical_will (practice_id, therapist_id)
    where ended_at is null and made_by is not null;
