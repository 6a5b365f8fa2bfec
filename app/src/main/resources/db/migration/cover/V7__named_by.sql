-- Who has said who is there instead; null where it was whoever wrote it down. Nobody opens a record on their own word alone.
alter table absence add column named_by uuid;
