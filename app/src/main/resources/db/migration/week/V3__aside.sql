-- What asks something of somebody who has died leaves the week, and is back where that turns out to be a slip.

alter table try add column aside boolean not null default false;
