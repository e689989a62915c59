-- The reference purchase: what good hand-written SQL does in one prepared call and one durable transaction.
-- One purchase, five lines, two transfers, a lot; one balance and one statistics row updated.
create schema reference;
create table reference.purchase (
  id uuid primary key, member_id uuid not null, store_id uuid not null, reference text not null, occurred_at timestamptz not null,
  total bigint not null, points bigint not null, body jsonb not null default '{}',
  constraint purchase_is_told_once unique (store_id, reference));
create index purchase_by_member on reference.purchase (member_id, occurred_at);
create index purchase_by_store on reference.purchase (store_id, occurred_at);
create table reference.line (
  purchase_id uuid not null, no smallint not null, sku text not null, category int not null, quantity int not null, price bigint not null,
  amount bigint not null, points bigint not null, primary key (purchase_id, no));
create table reference.transfer (
  id uuid primary key, member_id uuid not null, debit text not null, credit text not null, amount bigint not null check (amount > 0), code smallint not null,
  purchase_id uuid not null, balance_after bigint, occurred_at timestamptz not null, check (debit <> credit));
create index transfer_by_member on reference.transfer (member_id, occurred_at);
create index transfer_by_purchase on reference.transfer (purchase_id);
create table reference.lot (
  id uuid primary key, member_id uuid not null, amount bigint not null, remaining bigint not null, expires_on date not null);
create index lot_by_member on reference.lot (member_id, expires_on);
create index lot_by_expiry on reference.lot (expires_on);
create table reference.balance (member_id uuid primary key, points bigint not null check (points >= 0), version bigint not null) with (fillfactor = 70);
create table reference.stats (member_id uuid primary key, purchases int not null, spent bigint not null, first_at timestamptz, last_at timestamptz) with (fillfactor = 70);

create function reference.record(
  p_id uuid, p_member uuid, p_store uuid, p_reference text, p_lot uuid, p_earned uuid, p_grown uuid,
  p_sku text[], p_category int[], p_quantity int[], p_price bigint[], p_amount bigint[], p_points bigint[]) returns bigint
language plpgsql as $$
declare v_total bigint; v_points bigint; v_balance bigint; v_now timestamptz := now();
begin
  select sum(a), sum(p) into v_total, v_points from unnest(p_amount, p_points) as t (a, p);
  insert into reference.purchase (id, member_id, store_id, reference, occurred_at, total, points)
    values (p_id, p_member, p_store, p_reference, v_now, v_total, v_points);
  insert into reference.line select p_id, n, s, c, q, p, a, o
    from unnest(p_sku, p_category, p_quantity, p_price, p_amount, p_points) with ordinality as t (s, c, q, p, a, o, n);
  update reference.balance set points = points + v_points, version = version + 1 where member_id = p_member returning points into v_balance;
  update reference.stats set purchases = purchases + 1, spent = spent + v_total, first_at = coalesce(first_at, v_now), last_at = v_now where member_id = p_member;
  insert into reference.lot values (p_lot, p_member, v_points, v_points, current_date + 730);
  insert into reference.transfer values
    (p_earned, p_member, 'house/points/issued', 'member/points', v_points, 1, p_id, v_balance, v_now),
    (p_grown, p_member, 'house/growth/issued', 'member/growth', v_points, 2, p_id, null, v_now);
  return v_balance;
end $$;
