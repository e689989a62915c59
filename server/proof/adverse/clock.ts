import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { chanceOf } from '../random.ts'
import type { Asked, Found } from './part.ts'
import { mostMs } from './pool.ts'
import { faultsSaid, openShop, type Shop, startLife } from './shop.ts'
import { quantile, unkind } from './tills.ts'

const jumps = ['-1d', '+1d', '-1h', '+5', '-5'] as const
const secondsOf = (jump: string) =>
  Number.parseInt(jump, 10) * (jump.endsWith('d') ? 86_400 : jump.endsWith('h') ? 3_600 : 1)

/**
 * The server's clock jumps while tills sell, the database's does not: nobody is refused for it; moments, days and the trail are those of the database;
 * nothing that was sold is missing in a list; a session goes on; and the seals are whole.
 */
export async function runClock({ times, seed, say }: Asked): Promise<Found> {
  const library = findFaketime()
  if (!library) return { figures: { 'not run': 'needs libfaketime (Debian: faketime)' }, faults: [] }
  let file = ''
  const env = {
    ...{ LD_PRELOAD: library, DONT_FAKE_MONOTONIC: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', FAKETIME_NO_CACHE: '1' },
    FAKETIME_TIMESTAMP_FILE: '',
  }
  const shop = await openShop({
    env,
    before: (data) => {
      file = path.join(path.dirname(data), 'clock')
      env.FAKETIME_TIMESTAMP_FILE = file
      writeFileSync(file, '+0\n')
    },
  })
  const chance = chanceOf(seed)
  const faults: string[] = []
  const began = await nowOf(shop)
  const cookie = await signIn(shop)
  let jumped = 0
  const tills = shop.tills(8, seed, 5)
  try {
    await tills.backAfter(performance.now(), 10_000)
    for (let no = 0; no < times; no++) {
      for (const jump of no === 0 ? jumps : [chance.pick(jumps), chance.pick(jumps)]) {
        writeFileSync(file, `${jump}\n`)
        jumped += 1
        const off = await offOf(shop)
        if (Math.abs(off - secondsOf(jump)) > 3)
          faults.push(`the clock did not jump: it is ${off} s off instead of ${jump}`)
        const atMs = performance.now()
        await tills.backAfter(atMs, 5_000)
        await wait(400 + chance.below(400))
        if (!(await isSignedIn(shop, cookie))) faults.push(`the session ended when the clock jumped by ${jump}`)
      }
      say(`clock ${no + 1} of ${times}: ${tills.acknowledged} acknowledged`)
    }
    await tills.stop()
    writeFileSync(file, '+0\n')
    faults.push(...faultsSaid(shop.life.said), ...unkind(tills.attempts, mostMs), ...(await tills.reckon(shop.rows)))
    if (tills.attempts.some(({ status }) => status === 503)) faults.push('somebody was refused because a clock jumped')
    faults.push(...(await moments(shop, began)), ...(await listed(shop)), ...(await startsAnew(shop, env, file)))
    return {
      figures: {
        jumps: jumped,
        'acknowledged meanwhile': tills.acknowledged,
        'p99 ms': quantile(
          tills.attempts.map(({ tookMs }) => tookMs),
          0.99,
        ),
        'lost or wrong': faults.length,
      },
      faults,
    }
  } finally {
    await tills.stop()
    await shop.close()
  }
}

function findFaketime(): string | undefined {
  for (const folder of ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib']) {
    try {
      const found = readdirSync(path.join(folder, 'faketime')).find((name) => name.startsWith('libfaketimeMT.so'))
      if (found) return path.join(folder, 'faketime', found)
    } catch {}
  }
  return undefined
}

/** How many seconds the server's clock is off ours, by the date in its answers. */
async function offOf({ life }: Shop): Promise<number> {
  // The date of an answer is made once a second.
  await wait(1_100)
  const answer = await fetch(`http://127.0.0.1:${life.port}/healthz`)
  return Math.round((Date.parse(answer.headers.get('date') ?? '') - Date.now()) / 1_000)
}

async function signIn({ life }: Shop): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${life.port}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'owner@example.com', password: 'correct horse battery' }),
  })
  if (answer.status !== 200) throw new Error(await answer.text())
  return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
}

const isSignedIn = async ({ life }: Shop, cookie: string): Promise<boolean> =>
  (await fetch(`http://127.0.0.1:${life.port}/v1/session`, { headers: { cookie } })).status === 200

const nowOf = async ({ rows }: Shop): Promise<string> =>
  (await rows<{ now: string }>(`select clock_timestamp()::text as now`))[0]!.now

/** What carries a moment or day that the database's own clock did not have while we sold. */
async function moments({ rows }: Shop, began: string): Promise<string[]> {
  const found = await rows<{ fault: string }>(
    `select 'purchase ' || id || ' has another moment than the database' as fault from purchases.purchase
      where occurred_at not between $1::timestamptz and clock_timestamp() or posted_at not between $1::timestamptz and clock_timestamp()
     union all
     select 'purchase ' || id || ' lies on ' || business_on from purchases.purchase
      where business_on not in (($1::timestamptz at time zone 'Asia/Shanghai')::date, (now() at time zone 'Asia/Shanghai')::date)
     union all
     select 'the trail says that ' || kind || ' was at ' || acted_at from kernel.trail
      where acted_at not between $1::timestamptz - interval '10 minutes' and clock_timestamp() limit 20`,
    [began],
  )
  return found.map(({ fault }) => fault)
}

/** Sales that no page of the list shows, or that two show. */
async function listed({ caller, rows }: Shop): Promise<string[]> {
  const seen: string[] = []
  for (let after = ''; ; ) {
    const { text } = await caller.ask('GET', `/v1/purchases?limit=100${after}`)
    const page = JSON.parse(text) as { items: { id: string }[]; next: string | null }
    seen.push(...page.items.map(({ id }) => id))
    if (!page.next) break
    after = `&cursor=${encodeURIComponent(page.next)}`
  }
  const [{ many }] = (await rows<{ many: number }>(`select count(*)::int as many from purchases.purchase`)) as [
    { many: number },
  ]
  return seen.length === many && new Set(seen).size === many
    ? []
    : [`the list shows ${seen.length} sales (${new Set(seen).size} different ones), there are ${many}`]
}

/** A server that starts when its clock is a day late or early sells all the same. */
async function startsAnew(shop: Shop, env: Record<string, string>, file: string): Promise<string[]> {
  const faults: string[] = []
  await shop.life.stop()
  for (const jump of ['-1d', '+1d']) {
    writeFileSync(file, `${jump}\n`)
    const life = await startLife(shop.data, env, shop.life.port)
    try {
      const body = { storeId: shop.storeId, member: { id: shop.members[0] }, lines: [{ sku: 'SKU1', unitPrice: 100 }] }
      const { status, text } = await shop.caller.ask('POST', '/v1/purchases', body, `anew${jump}`)
      if (status !== 200) faults.push(`started ${jump}: a sale is answered ${status} ${text}`)
      const broken = await shop.rows(
        `select from purchases.purchase where posted_at not between now() - interval '1 hour' and now()`,
      )
      if (broken.length > 0) faults.push(`started ${jump}: a sale has another moment than the database`)
    } finally {
      await life.stop()
    }
  }
  return faults
}
