-- What has been done already: a form sent twice has one effect, and both answers lead to the same place.

create table form_receipt (
    practice_id uuid not null,
    idem        uuid not null,
    location    text not null,
    made_at     timestamptz not null,
    primary key (practice_id, idem)
);
create index form_receipt_age on form_receipt (practice_id, made_at);
select isolate('form_receipt');
