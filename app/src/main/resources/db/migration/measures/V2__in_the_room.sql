-- Questions answered on the therapist's device: the link was put into the person's hand, so no word is asked for.

alter table asking add column in_room boolean not null default false;
