-- A curve without a published change is looked at by a human: a rule of its own.
alter table alert drop constraint alert_rule_check;
alter table alert add constraint alert_rule_check
    check (rule in ('RELIABLY_WORSE', 'RISING', 'NO_RELIABLE_FALL', 'MISSED', 'LOOK_AT_CURVE'));
