-- Nobody is written to who has not agreed to it.
alter table message drop constraint message_state_check;
alter table message add constraint message_state_check
    check (state in ('WAITING', 'SENDING', 'SENT', 'UNKNOWN', 'NOT_SENT', 'FAILED', 'EXPIRED', 'NOT_SAFE', 'NOT_AGREED',
                     'WITHDRAWN'));
