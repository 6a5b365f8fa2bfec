-- How near the goals are is marked on the way, in the room, as a step in the life of a course.
alter table course_step drop constraint course_step_kind_check;
alter table course_step add constraint course_step_kind_check
    check (kind in ('FOCUS', 'SICK_ROLE', 'GOALS_MARKED', 'PAUSED', 'RESUMED', 'ENDING_SAID', 'ENDED'));
