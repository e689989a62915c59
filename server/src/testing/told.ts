/**
 * What the books say of each customer, by name and receipt, for ids differ from one life to the next: count, sum and digest of transfers,
 * purchases, lines, standings and balances. The transfers stand in the order in which they were made, so that two lives that told receipts
 * in another order differ even where the sums agree.
 */
export const ledgerTold = `
  select 'transfers' as what, count(*)::int, sum(amount)::text as sum,
         md5(string_agg((t.name, t.unit, t.amount, t.debit_house, t.credit_house, t.cause_kind, t.number, t.occurred_at, t.ends_on)::text, '|'
           order by t.name, t.id)) as digest
    from (select t.id, m.name, t.unit, t.amount, t.debit_house, t.credit_house, t.cause_kind, p.number, t.occurred_at, a.ends_on
            from ledger.transfer t join members.member m using (member_id)
            join purchases.v_purchase p on p.member_id = t.member_id and p.id = t.cause_id
            join ledger.account a on a.member_id = t.member_id and a.no = coalesce(t.credit_no, t.debit_no)) t
  union all
  select 'purchases', count(*)::int, sum(total)::text, md5(string_agg(t::text, '|' order by t::text))
    from (select m.name, p.number, p.kind, p.total, p.points, p.growth, p.tier_before, p.tier_after, p.points_after, p.growth_after, p.business_on
            from purchases.v_purchase p left join members.member m using (member_id)) t
  union all
  select 'lines', count(*)::int, sum(amount)::text, md5(string_agg(t::text, '|' order by t::text))
    from (select p.number, p.kind, l.no, l.sku, l.quantity, l.amount, l.points, l.growth
            from purchases.line l join purchases.v_purchase p on p.member_id = l.member_id and p.id = l.purchase_id) t
  union all
  select 'standings', count(*)::int, sum(spent)::text, md5(string_agg(t::text, '|' order by t::text))
    from (select m.name, s.tier, s.tier_since, s.first_on, s.last_on, s.purchases, s.spent
            from members.v_standing s join members.member m using (member_id)) t
  union all
  select 'balances', count(*)::int, sum(shown)::text, md5(string_agg(t::text, '|' order by t::text))
    from (select m.name, b.unit, b.shown, b.debt from ledger.v_balance b join members.member m using (member_id)
           where b.shown <> 0 or b.debt <> 0) t`
