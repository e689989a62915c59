-- The books. Value of members sits in accounts; a transfer moves it. Nothing here knows what a purchase or a coupon is.

create schema ledger;

-- One row per member, unit, state and lot. The house has no rows: its accounts are names on transfers, their balances are sums.
create table ledger.account (
  member_id uuid     not null,
  no        smallint not null,                    -- numbers the accounts of one member: 1, 2, 3 …
  unit      text     not null,                    -- points, growth, principal.CNY, bonus.CNY …
  state     text     not null,
  ends_on   date     not null default 'infinity', -- last day of the lot, in the programme's zone
  lot       text     not null default '',         -- where it came from, when that matters: a top-up, a partner
  balance   bigint   not null default 0,
  version   bigint   not null default 0,          -- how many transfers it has seen
  opened_at timestamptz not null,
  primary key (member_id, no),
  constraint account_is_one_per_lot unique (member_id, unit, state, ends_on, lot),
  constraint account_state_is_known check (state in ('open', 'pending', 'held', 'debt')),
  constraint account_never_falls_below_zero check (balance >= 0)
) with (fillfactor = 80);

create table ledger.transfer (
  member_id      uuid        not null,            -- whose books
  id             uuid        not null,
  unit           text        not null,
  amount         bigint      not null,
  debit_no       smallint,                        -- the giving side: an account of the member …
  debit_house    text,                            -- … or a name of the house
  debit_after    bigint,
  debit_version  bigint,
  credit_no      smallint,                        -- the receiving side
  credit_house   text,
  credit_after   bigint,
  credit_version bigint,
  cause_kind     text        not null,            -- sale, return, topup, adjust, opening …
  cause_id       uuid        not null,
  cause_line     smallint,
  charter        int         not null default 0,  -- the version of the rules that said so
  store_id       uuid,
  staff_id       uuid,
  occurred_at    timestamptz not null,            -- when it happened in business
  posted_at      timestamptz not null,            -- when we came to know
  reverses       uuid,                            -- the transfer that this one takes back, in whole or part
  xid            bigint      not null default (pg_current_xact_id()::text::bigint), -- xid8 as a number
  primary key (member_id, id),
  constraint transfer_moves_something check (amount > 0),
  constraint transfer_has_one_giver check ((debit_no is null) <> (debit_house is null)),
  constraint transfer_has_one_receiver check ((credit_no is null) <> (credit_house is null)),
  constraint transfer_goes_somewhere_else check (debit_no is distinct from credit_no or debit_no is null)
) partition by range (id);
comment on table ledger.transfer is 'append-only, sealed: the books are never rewritten, only reversed';
-- Sealing and roll-ups read what was committed since. A block-range index would be smaller, but what came since its last summary is most of what they
-- ask for, and they would read it whole again and again.
create index transfer_in_commit_order on ledger.transfer (xid);
-- What was taken back of a transfer. Few transfers reverse one: a sale's write nothing here.
create index transfers_that_reverse on ledger.transfer (member_id, reverses) where reverses is not null;

-- What every member account saw of every transfer. A debt account has the opposite side: its balance is what is owed.
create view ledger.v_entry as
  select t.member_id, t.debit_no as no, t.id, t.unit, -t.amount as amount, t.debit_after as balance, t.debit_version as version,
         t.cause_kind, t.cause_id, t.cause_line, t.charter, t.store_id, t.staff_id, t.occurred_at, t.posted_at, t.reverses, t.credit_house as house
    from ledger.transfer t where t.debit_no is not null
  union all
  select t.member_id, t.credit_no, t.id, t.unit, t.amount, t.credit_after, t.credit_version,
         t.cause_kind, t.cause_id, t.cause_line, t.charter, t.store_id, t.staff_id, t.occurred_at, t.posted_at, t.reverses, t.debit_house
    from ledger.transfer t where t.credit_no is not null;

create view ledger.v_balance as
  select member_id, unit,
         sum(case state when 'open' then balance when 'debt' then -balance else 0 end)::bigint as shown,
         sum(case state when 'pending' then balance else 0 end)::bigint as pending,
         sum(case state when 'held' then balance else 0 end)::bigint as held,
         sum(case state when 'debt' then balance else 0 end)::bigint as debt
    from ledger.account group by member_id, unit;

-- What the accounts of the house gave and received, rolled up by a worker from what was committed. The day is that of the posting, in UTC:
-- a shelf for sums that never moves, not a business day.
create table ledger.house_day (
  house     text   not null,
  unit      text   not null,
  posted_on date   not null,
  given     bigint not null,
  received  bigint not null,
  primary key (house, unit, posted_on)
);

-- Rolled up is what transactions below this number wrote; the rest is summed when it is asked for.
create table ledger.house_cursor (
  is_the_one boolean primary key default true constraint there_is_one_cursor check (is_the_one),
  xid        bigint  not null default 0
);
insert into ledger.house_cursor default values;

-- Every transfer as an account of the house saw it.
create view ledger.v_house_entry as
  select debit_house as house, unit, (posted_at at time zone 'UTC')::date as posted_on, amount as given, 0::bigint as received, xid
    from ledger.transfer where debit_house is not null
  union all
  select credit_house, unit, (posted_at at time zone 'UTC')::date, 0, amount, xid
    from ledger.transfer where credit_house is not null;

-- Always empty: where a roll-up is not the sum of its transfers.
create view ledger.v_house_drift as
  select house, unit, posted_on, day.given, day.received, moved.given as given_by_transfers, moved.received as received_by_transfers
    from (select house, unit, posted_on, sum(given)::bigint as given, sum(received)::bigint as received
            from ledger.v_house_entry where xid < (select xid from ledger.house_cursor) group by house, unit, posted_on) moved
    full join ledger.house_day day using (house, unit, posted_on)
   where (day.given, day.received) is distinct from (moved.given, moved.received);

-- Always empty.
create view ledger.v_broken as
  with seen as (
    select member_id, no, sum(amount) as moved, count(*) as times, count(distinct version) as versions, max(version) as last
      from ledger.v_entry group by member_id, no
  )
  select 'an account disagrees with its transfers' as fault, a.member_id || '/' || a.no as id
    from ledger.account a left join seen s using (member_id, no)
   where a.balance <> case a.state when 'debt' then -coalesce(s.moved, 0) else coalesce(s.moved, 0) end
  union all
  select 'an account has gaps in its versions', a.member_id || '/' || a.no
    from ledger.account a left join seen s using (member_id, no)
   where a.version <> coalesce(s.times, 0) or coalesce(s.versions, 0) <> coalesce(s.times, 0) or coalesce(s.last, 0) <> coalesce(s.times, 0)
  union all
  select 'a transfer names an account that is not there', s.member_id || '/' || s.no
    from seen s left join ledger.account a using (member_id, no) where a.no is null
  union all
  select 'something is lost in transit', cause_id::text
    from ledger.transfer where debit_house = 'house/transit' or credit_house = 'house/transit'
   group by cause_id, unit having sum(case when debit_house = 'house/transit' then -amount else amount end) <> 0
  union all
  select 'more was taken back than given', r.member_id || '/' || r.reverses
    from ledger.transfer r join ledger.transfer t on t.member_id = r.member_id and t.id = r.reverses
    left join lateral (select sum(amount) as amount from ledger.transfer
                        where member_id = r.member_id and reverses = r.id) again on true   -- what was given back again counts no more
   where r.reverses is not null group by r.member_id, r.reverses, t.amount having sum(r.amount - coalesce(again.amount, 0)) > t.amount
  union all
  select 'a balance does not follow from the transfers before it', member_id || '/' || no || ', transfer ' || id
    from (select e.member_id, e.no, e.id, e.balance, e.amount * case a.state when 'debt' then -1 else 1 end as moved,
                 lag(e.balance, 1, 0::bigint) over (partition by e.member_id, e.no order by e.version, e.id) as before
            from ledger.v_entry e join ledger.account a using (member_id, no)) chain
   where balance <> before + moved
  union all
  select 'a member owes beside open lots', member_id || '/' || unit from ledger.v_balance where debt > 0 and shown + debt > 0
  union all
  select 'a roll-up disagrees with its transfers', house || ' ' || unit || ' ' || posted_on from ledger.v_house_drift;
