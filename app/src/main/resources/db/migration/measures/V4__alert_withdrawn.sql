-- An alert goes with the answers that raised it, when these are set aside: it says nothing true any more.
alter table alert add column withdrawn_at timestamptz;

drop index alert_once;
create unique index alert_once on alert (practice_id, series_id, rule, instrument)
    where acknowledged_at is null and withdrawn_at is null;
