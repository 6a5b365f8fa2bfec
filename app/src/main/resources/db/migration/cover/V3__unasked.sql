-- Whoever carries out a clinical will may not reach everybody: somebody is handed on all the same, so that they are with no
-- one no longer, and nothing claims that they had agreed.
alter table transfer alter column agreed_on drop not null;
