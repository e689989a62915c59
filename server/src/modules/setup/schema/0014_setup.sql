create schema setup;

-- How far the demo shop's year has been told; one row, made when it was asked for.
create table setup.demo (
  only_one   boolean     not null primary key default true constraint there_is_one_demo check (only_one),
  today      date        not null,          -- the day that the year ends on, in the programme's zone
  stores     uuid[]      not null,
  tills      jsonb       not null,          -- per store, the ids of its tills
  staff      jsonb       not null,          -- per store, the people who sell there
  weeks_done int         not null default -1,   -- -1: not even the shelves and members
  weeks      int         not null,
  asked_at   timestamptz not null,
  done_at    timestamptz
);
create view setup.v_broken as select 'demo'::text as fault, 'told beyond its end'::text as id from setup.demo where weeks_done > weeks;
