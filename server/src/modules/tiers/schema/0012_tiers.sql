create schema tiers;

-- Every change of a member's tier and what caused it.
create table tiers.history (
  member_id  uuid        not null,
  id         uuid        not null,
  before     smallint    not null,
  after      smallint    not null,
  since_on   date        not null,     -- the business day
  cause_kind text        not null,
  cause_id   uuid        not null,
  changed_at timestamptz not null,
  primary key (member_id, id),
  constraint tier_changes_to_another check (before <> after)
);
comment on table tiers.history is 'append-only: what a member was is not rewritten';

-- Changes that an undone import made, and the change back: they stay as rows and leave what is shown.
create table tiers.undone (
  member_id  uuid not null,
  history_id uuid not null,
  primary key (member_id, history_id)
);
comment on table tiers.undone is 'append-only: an undone import is not undone back';

create view tiers.v_history as
  select h.* from tiers.history h
   where not exists (select from tiers.undone u where u.member_id = h.member_id and u.history_id = h.id);

create view tiers.v_broken as
  select 'a tier does not follow from its history' as fault, h.member_id::text as id
    from (select distinct on (member_id) member_id, after from tiers.history order by member_id, id desc) h
    join members.v_standing s using (member_id) where s.tier <> h.after;
