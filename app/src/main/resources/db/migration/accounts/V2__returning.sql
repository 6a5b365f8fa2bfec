-- Whoever is on the way back is somebody who was in once: no invitation opens their account, and their sheet still does.
alter table account drop constraint account_standing_check;
alter table account add constraint account_standing_check
    check (standing in ('ENROLLING', 'ACTIVE', 'RETURNING', 'DISABLED'));
