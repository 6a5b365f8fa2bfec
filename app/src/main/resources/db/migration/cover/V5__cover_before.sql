-- Who covers may change while somebody is away. Whoever was to be there before reads on the desk that they need not.
alter table absence add column cover_before uuid;
