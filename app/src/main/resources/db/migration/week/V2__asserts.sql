-- What is to be said to somebody leaves the week once that is not safe, wherever it was found: the try itself knows.

alter table try add column asserts boolean not null default false;   -- is said to somebody who may not like it
alter table try add column towards_id uuid;                          -- to whom on the circles; none where nobody was chosen
