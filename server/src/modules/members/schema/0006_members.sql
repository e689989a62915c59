-- The people (and enterprises) whom the shops know: what the house knows of them at the till, their archive, how they are found.

create schema members;

-- What the house knows of a member at the till: one wide row of fixed-width columns. It is the lock row of every value command.
-- No index on a column that a sale changes and room left on each page, so that an update stays on its page.
-- A walk-in receipt or an unnamed card has a row here (flag 32) and none in members.member.
create table members.standing (
  member_id   uuid     primary key,
  home_store  uuid,
  tier        smallint not null default 0,   -- rank in the charter, 0 is the lowest
  tier_since  date,
  tier_until  date,
  flags       int      not null default 0,   -- 1 may not earn, 2 not spend, 4 no messages, 8 no sign-in, 16 closed, 32 bearer
  merged_into uuid,
  first_on    date,                          -- first and last day on which something was bought (business days)
  last_on     date,
  purchases   int      not null default 0,   -- how many ever
  spent       bigint   not null default 0,   -- how much ever, in minor units, less what came back
  last_month  int      not null default 0,   -- year * 12 + month - 1 of the newest bucket; 0 when nothing was ever bought
  c0 int not null default 0, c1 int not null default 0, c2 int not null default 0, c3 int not null default 0,
  c4 int not null default 0, c5 int not null default 0, c6 int not null default 0, c7 int not null default 0,
  c8 int not null default 0, c9 int not null default 0, c10 int not null default 0, c11 int not null default 0,   -- how many per month; a month's place is its number modulo 12
  s0 bigint not null default 0, s1 bigint not null default 0, s2 bigint not null default 0, s3 bigint not null default 0,
  s4 bigint not null default 0, s5 bigint not null default 0, s6 bigint not null default 0, s7 bigint not null default 0,
  s8 bigint not null default 0, s9 bigint not null default 0, s10 bigint not null default 0, s11 bigint not null default 0,   -- how much per month
  version     int      not null default 0,
  constraint standing_tier_is_a_rank check (tier >= 0),
  constraint standing_is_not_merged_into_itself check (merged_into <> member_id)
) with (fillfactor = 70);

-- Always empty. Every test looks here when it ends, and so does a job each night.
create view members.v_broken as
  select 'standing ends a merge at a member who has none' as fault, standing.member_id::text as id
    from members.standing left join members.standing as target on target.member_id = standing.merged_into
   where standing.merged_into is not null and target.member_id is null
  union all
  select 'standing ends before it begins', member_id::text from members.standing where last_on < first_on
  union all
  select 'standing has purchases and no month', member_id::text from members.standing
   where last_month = 0 and (purchases <> 0 or spent <> 0);
