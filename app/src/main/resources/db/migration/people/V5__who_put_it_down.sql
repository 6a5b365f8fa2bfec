-- Whose hand put down what somebody agreed to, or took back, where it was not their own.
alter table consent add column recorded_by uuid;
alter table consent add column withdrawn_by uuid;
