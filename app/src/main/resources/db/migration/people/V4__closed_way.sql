-- Since when somebody says that the way they are reached by is not safe any more.
alter table person add column closed_at timestamptz;
