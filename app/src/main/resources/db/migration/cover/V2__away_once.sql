-- Nobody is away twice at the same time. The form says so kindly; this bars what two forms sent at once would make.

create extension if not exists btree_gist;

-- What was written down before it was barred: at every moment the one that began first held, and so it stays. A later one
-- begins when those before it are over; one that lies within them is over before it begins.
alter table absence no force row level security;
with before as (
    select practice_id, id,
           max(greatest(from_at, least(coalesce(ended_at, until_at), until_at)))
               over (partition by practice_id, therapist_id order by from_at, id
                     rows between unbounded preceding and 1 preceding) as over_at
      from absence
)
update absence a
   set from_at  = case when b.over_at < a.until_at then b.over_at else a.from_at end,
       ended_at = case when b.over_at < least(coalesce(a.ended_at, a.until_at), a.until_at) then a.ended_at
                       when b.over_at < a.until_at then b.over_at
                       else a.from_at end
  from before b
 where b.practice_id = a.practice_id and b.id = a.id
   and b.over_at > a.from_at and coalesce(a.ended_at, a.until_at) > a.from_at;
alter table absence force row level security;

alter table absence add constraint absence_once exclude using gist (
    practice_id with =,
    therapist_id with =,
    tstzrange(from_at, greatest(from_at, least(coalesce(ended_at, until_at), until_at))) with &&
);
