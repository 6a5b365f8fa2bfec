-- A yes to a contract that was taken back: it counts no more, and that it once stood is not unsaid.
alter table course_contract add column taken_back_at timestamptz;
alter table course_contract add constraint course_contract_taken_back
    check (taken_back_at is null or agreed_at is not null);
