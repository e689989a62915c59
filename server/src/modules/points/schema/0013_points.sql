create schema points;

-- Points given or taken by hand, with the reason that somebody gave.
create table points.adjustment (
  member_id uuid        not null,
  id        uuid        not null,
  amount    bigint      not null,       -- above zero: given; below: taken
  reason    text        not null,
  staff     text        not null,       -- who, as the name was then
  staff_id  uuid,
  balance   bigint      not null,       -- after it
  made_at   timestamptz not null,
  primary key (member_id, id),
  constraint adjustment_changes_something check (amount <> 0)
);
comment on table points.adjustment is 'append-only: a wrong adjustment is put right by another';

create view points.v_broken as
  select 'an adjustment disagrees with the books' as fault, a.id::text as id
    from points.adjustment a
    left join lateral (select coalesce(sum(amount), 0) as moved from ledger.v_entry e
                        where e.member_id = a.member_id and e.cause_id = a.id
                          and e.house in ('house/points/adjusted')) moved on true
   where a.amount <> moved.moved;
