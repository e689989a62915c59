type Rows = <T>(text: string, values?: unknown[]) => Promise<T[]>

/** Every sale and return moved what it says, whole: nothing is half there. Beside the rooms' own views, which look at less. */
const halves = `
  select format('%s %s says %s and moved %s', kind, id, said, moved) as fault
    from (
      select p.kind, p.id,
             jsonb_build_array(p.points, p.growth, p.points_spent,
               coalesce((select sum((t->>'amount')::bigint) from jsonb_array_elements(p.tenders) t where t->>'kind' = 'wallet'), 0)) as said,
             jsonb_build_array(
               coalesce(sum(m.amount) filter (where m.unit = 'points' and m.house = 'house/points/issued'), 0),
               coalesce(sum(m.amount) filter (where m.unit = 'growth'), 0),
               coalesce(sum(m.amount) filter (where m.unit = 'points' and m.house = 'house/points/redeemed'), 0),
               coalesce(sum(m.amount) filter (where m.unit like 'principal.%' or m.unit like 'bonus.%'), 0)) as moved
        from purchases.purchase p
        left join (select member_id, cause_id, unit, amount, coalesce(debit_house, credit_house) as house from ledger.transfer) m
          on m.member_id = p.member_id and m.cause_id = p.id
       where p.origin <> 'history' and p.kind <> 'unlinked'
       group by p.member_id, p.id, p.kind, p.points, p.growth, p.points_spent, p.tenders) it
   where said <> moved
  union all
  select format('account %s/%s: transfer %s leaves %s after %s', member_id, no, id, balance, before)
    from (select e.member_id, e.no, e.id, e.balance, e.amount * case a.state when 'debt' then -1 else 1 end as moved,
                 lag(e.balance, 1, 0::bigint) over (partition by e.member_id, e.no order by e.version) as before
            from ledger.v_entry e join ledger.account a using (member_id, no)) it
   where balance <> before + moved
  union all
  select format('member %s owes %s of %s beside open lots', member_id, debt, unit)
    from ledger.v_balance where debt > 0 and shown + debt > 0
  limit 100`

/** What the books of the whole house say of themselves: every room's \`v_broken\`, and that nothing is half there. */
export async function faultsOfTheBooks(rows: Rows): Promise<string[]> {
  const rooms = await rows<{ room: string }>(`select schemaname as room from pg_views where viewname = 'v_broken'`)
  const found: string[] = []
  for (const { room } of rooms) {
    const broken = await rows<{ fault: string; id: string }>(`select fault, id from ${room}.v_broken limit 100`)
    found.push(...broken.map(({ fault, id }) => `${room}: ${fault} (${id})`))
  }
  const half = await rows<{ fault: string }>(halves)
  return [...found, ...half.map(({ fault }) => fault)]
}

/** A digest of everything that the house knows of some members: it must not move when others are served. */
export async function digestOf(rows: Rows, members: string[]): Promise<string> {
  const tables = await rows<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_attribute join pg_class on pg_class.oid = attrelid
       join pg_namespace on pg_namespace.oid = relnamespace
      where attname = 'member_id' and relkind in ('r', 'p') and not relispartition and nspname not like 'pg_%' order by 1`,
  )
  const parts: string[] = []
  for (const { name } of tables) {
    const [row] = await rows<{ digest: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, chr(10) order by t::text), '')) as digest
         from ${name} t where member_id = any($1::uuid[])`,
      [members],
    )
    parts.push(`${name} ${row!.digest}`)
  }
  return parts.join('\n')
}
