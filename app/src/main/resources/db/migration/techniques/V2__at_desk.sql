-- Where fear or control was found at a start, only what was answered together with the therapist opens the work again.

alter table safe_to_say add column at_desk boolean not null default false;
