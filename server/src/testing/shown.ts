import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { allRows } from '#app'
import type { Row } from '#kernel/http.ts'
import type { Answer, house } from '#testing'

type House = Pick<ReturnType<typeof house>, 'ask' | 'sql'>

/**
 * What differs after an import and its undo, because it happened: the trail, the imports themselves, and the history of the ledger.
 */
const happened = {
  views: ['imports.v_run', 'ledger.v_entry', 'ledger.v_house_entry'],
  paths: ['/v1/audit', '/v1/audit/verify', '/v1/imports', '/v1/profile/second-factor'],
  exports: ['audit', 'imports', 'import-problems', 'transfers'],
}

/** Accounts that hold nothing, and counters of changes that were put back, may as well not be there. */
const unlessEmpty: Record<string, string> = {
  'ledger.v_balance': 'where shown <> 0 or pending <> 0 or held <> 0 or debt <> 0',
}

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/**
 * A digest of everything that the rooms show, by its name: each `v_` view that the database has, each list that the table of routes has, each
 * thing in such a list with all that hangs on it (a member's tier history, a shift's count), and each list as an export. What is new in the
 * database or in the table is in it without a word; only what `happened` names is not.
 */
export async function shownBy(home: House): Promise<Record<string, string>> {
  return { ...(await viewsOf(home)), ...(await pagesOf(home)), ...(await exportsOf(home)) }
}

async function viewsOf({ sql }: House): Promise<Record<string, string>> {
  const views = await sql(
    `select schemaname || '.' || viewname as view from pg_views where viewname like 'v\\_%' and viewname <> 'v_broken' order by 1`,
  )
  const found: Record<string, string> = {}
  for (const { view } of views as { view: string }[]) {
    if (happened.views.includes(view)) continue
    const [row] = await sql(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as all from (select * from ${view} ${unlessEmpty[view] ?? ''}) t`,
    )
    found[`view ${view}`] = row!['all'] as string
  }
  // A name without which this would look at nothing.
  expect(Object.keys(found)).toContain('view members.v_standing')
  return found
}

async function pagesOf({ ask }: House): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  const asked = gets().filter((path) => !happened.paths.some((one) => path === one || path.startsWith(`${one}/{`)))
  const things = new Map<string, string[]>()
  for (const path of asked.filter((one) => !one.includes('{'))) {
    const items = asBefore(await whole(ask, path)) as Answer | unknown[]
    things.set(path, idsIn(items))
    found[`list ${path}`] = digest(JSON.stringify(items))
  }
  for (const path of asked.filter((one) => one.includes('{id}'))) {
    const all: unknown[] = []
    for (const id of things.get(path.slice(0, path.indexOf('/{'))) ?? [])
      all.push(asBefore(await whole(ask, path.replace('{id}', id))))
    found[`each ${path}`] = `${all.length} ${digest(JSON.stringify(all))}`
  }
  return found
}

const gets = (): string[] =>
  allRows.flatMap(({ path }: Row) => (path.startsWith('GET /v1/') ? [path.slice('GET '.length)] : []))

/** A list to its end, or the answer if it is none; refusals count as what is shown. */
async function whole(ask: House['ask'], path: string): Promise<Answer | unknown[]> {
  const first = await ask(`GET ${path}`)
  if (!Array.isArray(first['items']) || !first['next']) return first
  const items = [...first['items']]
  for (let next = first['next']; next; ) {
    const page: Answer = await ask(`GET ${path}?cursor=${encodeURIComponent(next)}`)
    items.push(...page['items'])
    next = page['next']
  }
  return items
}

const idsIn = (list: Answer | unknown[]): string[] => {
  const items = Array.isArray(list) ? list : ((list['items'] ?? []) as unknown[])
  return items.map((one) => {
    const { id, memberId } = one as { id?: string; memberId?: string }
    return id ?? memberId ?? ''
  })
}

/** An answer without the moment of asking; a statement also without its entries (the ledger's history) and balances of nothing. */
function asBefore(answer: Answer | unknown[]): unknown {
  if (Array.isArray(answer)) return answer
  if ('computedAt' in answer) return { ...answer, computedAt: null }
  if (!Array.isArray(answer['balances'])) return answer
  const balances = answer['balances'].filter(
    (one: { shown: number; debt: number }) => one.shown !== 0 || one.debt !== 0,
  )
  return { ...answer, asOf: null, items: [], next: null, balances }
}

async function exportsOf({ ask }: House): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  const row = allRows.find(({ path }: Row) => path === 'GET /v1/exports/{list}.{format}')!
  const names = (row.input as unknown as { shape: { list: { options: string[] } } }).shape.list.options
  for (const list of names.filter((name) => !happened.exports.includes(name))) {
    const answer = await ask(`GET /v1/exports/${list}.csv`)
    found[`export ${list}`] = `${answer.status} ${digest(JSON.stringify(answer))}`
  }
  return found
}
