create schema wallets;

-- A top-up is a lot pair of its own: principal and bonus, with what paid for it. Its id is the lot's name in the ledger.
create table wallets.topup (
  member_id   uuid        not null,
  id          uuid        not null,
  store_id    uuid        not null,
  till_id     uuid,
  shift_id    uuid,                             -- the shift whose drawer the money went into
  staff_id    uuid,
  currency    text        not null,
  principal   bigint      not null,
  bonus       bigint      not null default 0,
  tender      text        not null,
  note        text        not null default '',
  charter     int         not null,
  occurred_at timestamptz not null,
  posted_at   timestamptz not null,
  principal_after bigint  not null,             -- what the member holds after it, as the receipt shows it
  bonus_after bigint      not null,
  primary key (member_id, id),
  constraint topup_brings_money check (principal > 0 and bonus >= 0)
);
comment on table wallets.topup is 'append-only: money taken is not edited';
create index topup_by_shift on wallets.topup (shift_id) where shift_id is not null;

create view wallets.v_topup as select * from wallets.topup;

-- Always empty: what a top-up says and what the books moved for it.
create view wallets.v_broken as
  select 'a top-up disagrees with the books' as fault, t.id::text as id
    from wallets.topup t
    left join lateral (
      select coalesce(sum(amount) filter (where unit like 'principal.%'), 0) as principal, coalesce(sum(amount) filter (where unit like 'bonus.%'), 0) as bonus
        from ledger.v_entry e where e.member_id = t.member_id and e.cause_id = t.id and e.cause_kind = 'topup') moved on true
   where (t.principal, t.bonus) is distinct from (moved.principal::bigint, moved.bonus::bigint);
