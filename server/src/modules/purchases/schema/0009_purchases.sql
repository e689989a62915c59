create schema purchases;

create table purchases.till (
  id       uuid    not null primary key,
  store_id uuid    not null references org.unit,
  code     text    not null,
  name     text    not null default '',
  open     boolean not null default true,
  constraint till_code_is_unique_in_its_store unique (store_id, code)
);

create table purchases.shift (
  id          uuid        not null primary key,
  till_id     uuid        not null references purchases.till,
  person_id   uuid,
  opened_at   timestamptz not null,
  opening     bigint      not null default 0,      -- cash in the drawer at the beginning, minor units
  closed_at   timestamptz,
  counted     bigint,                              -- cash counted at the end
  expected    bigint,                              -- what should have been there
  tenders     jsonb                                -- sums by tender, fixed at closing
);
create unique index a_till_has_one_open_shift on purchases.shift (till_id) where closed_at is null;

-- A sale, a return of one, or a return without its sale. Money is positive; the kind says which way it went.
create table purchases.purchase (
  member_id     uuid        not null,              -- a walk-in has an id of its own and no archive
  id            uuid        not null,
  kind          text        not null,
  origin        text        not null,              -- till; or an import told as history, or as earning
  walk_in       boolean     not null,
  sale_id       uuid,                              -- what a return returns
  import_id     uuid,
  number        text,                              -- the receipt's number in the caller's own system
  store_id      uuid        not null,
  till_id       uuid,
  shift_id      uuid,
  staff_id      uuid,
  caller_id     uuid        not null,
  occurred_at   timestamptz not null,
  posted_at     timestamptz not null,
  business_on   date        not null,
  currency      text        not null,
  total         bigint      not null,              -- minor units: due at a sale, given back at a return
  tenders       jsonb       not null,              -- kind, amount, note; in the order of the lines' shares
  points        bigint      not null default 0,    -- earned, or taken back
  growth        bigint      not null default 0,
  points_spent  bigint      not null default 0,    -- spent, or given back
  charter       int         not null,
  tier_before   smallint    not null default 0,
  tier_after    smallint    not null default 0,
  points_after  bigint      not null default 0,    -- the member's balances after this, as the receipt shows them
  growth_after  bigint      not null default 0,
  principal_after bigint    not null default 0,
  bonus_after   bigint      not null default 0,
  explained     jsonb       not null default '{}', -- what gave what, what did not and why, what became debt
  primary key (member_id, id),
  constraint purchase_kind_is_known check (kind in ('sale', 'return', 'unlinked')),
  constraint purchase_origin_is_known check (origin in ('till', 'history', 'earning')),
  constraint return_names_its_sale check ((kind = 'return') = (sale_id is not null))
) partition by range (id);
comment on table purchases.purchase is 'append-only: a sale is mirrored by a return, never edited';
create index purchase_by_id on purchases.purchase (id);
create index purchase_by_store on purchases.purchase (store_id, id);
create index purchase_by_import on purchases.purchase (import_id, id) where import_id is not null;
-- Ids follow the posting, so a period of business days is a range of ids, but for what was told late: an import, a till that was offline. Those
-- stand here, and are passed over inside the index; a sale that is told at once writes nothing here. The expression stands in lists/store.ts too.
create index purchase_told_late on purchases.purchase (id, business_on) where business_on < (posted_at at time zone 'UTC')::date - 2;
create index returns_of_a_sale on purchases.purchase (member_id, sale_id) where sale_id is not null;

-- What was fixed per line at the sale, so that a return mirrors it and computes nothing again.
create table purchases.line (
  member_id    uuid     not null,
  purchase_id  uuid     not null,
  no           smallint not null,
  sku          text     not null,
  name         text     not null default '',
  category     text,
  quantity     bigint   not null,                  -- thousandths of a piece
  unit_price   bigint,                             -- hundredths of a minor unit, as asked
  list_amount  bigint   not null,                  -- before the price asked, minor units
  amount       bigint   not null,                  -- what it cost, minor units
  tenders      bigint[] not null,                  -- how each tender of the purchase paid it
  points       bigint   not null default 0,
  growth       bigint   not null default 0,
  points_spent bigint   not null default 0,
  sale_id      uuid,                               -- which sale a return line mirrors, named by its return or matched backwards
  sale_line    smallint,                           -- … and which line of it
  primary key (member_id, purchase_id, no)
) partition by range (purchase_id);
comment on table purchases.line is 'append-only: fixed at the sale';
create index returned_lines_of_a_sale on purchases.line (member_id, sale_id) where sale_id is not null;

-- Imports that were undone: their purchases stay as rows and leave every list, sum and standing.
create table purchases.undone (
  import_id uuid primary key,
  undone_at timestamptz not null
);
comment on table purchases.undone is 'append-only: an undone import is not undone back';

create view purchases.v_purchase as
  select * from purchases.purchase p
   where p.import_id is null or not exists (select 1 from purchases.undone u where u.import_id = p.import_id);

-- Always empty.
create view purchases.v_broken as
  with sums as (
    select member_id, purchase_id, sum(amount) as amount, sum(points) as points, sum(growth) as growth, sum(points_spent) as points_spent,
           bool_or(amount <> (select coalesce(sum(part), 0) from unnest(tenders) part)) as uneven
      from purchases.line group by member_id, purchase_id
  )
  select 'a purchase disagrees with its lines' as fault, p.id::text as id
    from purchases.purchase p left join sums s on s.member_id = p.member_id and s.purchase_id = p.id
   where s.purchase_id is null or (p.total, p.points, p.growth, p.points_spent) is distinct from (s.amount::bigint, s.points::bigint, s.growth::bigint, s.points_spent::bigint)
  union all
  select 'a line disagrees with its tenders', purchase_id::text from sums where uneven
  union all
  select 'more was returned than sold', sold.purchase_id || '/' || sold.no
    from purchases.line sold
    join purchases.line back on back.member_id = sold.member_id and back.sale_id = sold.purchase_id and back.sale_line = sold.no
    join purchases.v_purchase r on r.member_id = back.member_id and r.id = back.purchase_id
   group by sold.member_id, sold.purchase_id, sold.no, sold.quantity, sold.amount, sold.points
  having sum(back.quantity) > sold.quantity or sum(back.amount) > sold.amount or sum(back.points) > sold.points
  union all
  select fault, it.id::text
    from (select p.id, p.kind, p.points, p.growth, p.points_spent,
                 coalesce((select sum((t->>'amount')::bigint) from jsonb_array_elements(p.tenders) t where t->>'kind' = 'wallet'), 0) as paid,
                 coalesce(sum(abs(e.amount)) filter (where e.unit = 'points' and e.house = 'house/points/issued'), 0) as points_moved,
                 coalesce(sum(abs(e.amount)) filter (where e.unit = 'growth' and e.house = 'house/growth/issued'), 0) as growth_moved,
                 coalesce(sum(abs(e.amount)) filter (where e.unit = 'points' and e.house = 'house/points/redeemed'), 0) as spent_moved,
                 coalesce(sum(abs(e.amount)) filter (where e.unit like 'principal.%' or e.unit like 'bonus.%'), 0) as paid_moved
            from purchases.purchase p left join ledger.v_entry e on e.member_id = p.member_id and e.cause_id = p.id
           where p.origin <> 'history'
           group by p.member_id, p.id, p.kind, p.points, p.growth, p.points_spent, p.tenders) it
    cross join lateral (values
      ('a purchase moved no points that it says', points <> points_moved),
      ('a purchase moved no growth that it says', kind <> 'unlinked' and growth <> growth_moved),
      ('a purchase moved no points that it spent', kind <> 'unlinked' and points_spent <> spent_moved),
      ('a purchase moved no stored money that it says', kind <> 'unlinked' and paid <> paid_moved)) as looked (fault, wrong)
   where wrong
  union all
  select distinct 'a transfer of a sale has no purchase', e.id::text
    from ledger.v_entry e left join purchases.purchase p on p.member_id = e.member_id and p.id = e.cause_id
   where e.cause_kind in ('sale', 'return', 'unlinked') and p.id is null;
