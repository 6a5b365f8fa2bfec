-- What is agreed to during the intake, one by one.
alter table consent drop constraint consent_purpose_check;
alter table consent add constraint consent_purpose_check
    check (purpose in ('RECORD', 'SUPERVISION', 'FIGURES', 'CARE', 'MESSAGES', 'GP_LETTER', 'RECORDING'));
