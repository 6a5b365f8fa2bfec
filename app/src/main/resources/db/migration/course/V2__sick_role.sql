-- What may be put down for a while is a step in the life of a course.
alter table course_step drop constraint course_step_kind_check;
alter table course_step add constraint course_step_kind_check
    check (kind in ('FOCUS', 'SICK_ROLE', 'PAUSED', 'RESUMED', 'ENDING_SAID', 'ENDED'));
