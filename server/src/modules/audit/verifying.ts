import type { Db, Read } from '#kernel/db.ts'
import { newId } from '#kernel/ids.ts'
import type { Log } from '#kernel/loops.ts'
import type { Chain, Fault, Verdict } from './contract.ts'
import { compare, contentOf, digestOf } from './rules.ts'
import type { Seal, SealedRow } from './store.ts'
import * as store from './store.ts'

const rowsAtOnce = 50_000
const mostFaults = 100

/**
 * Recomputes the seals since a moment (all of them without one) from the rows, in short transactions, and names every row that was edited,
 * deleted or put in afterwards. It changes nothing.
 */
export async function verify(db: Db, since: string | null): Promise<Verdict> {
  const began = performance.now()
  const { chains, now } = await db.read(async (read) => ({ chains: await store.selectChains(read), now: read.now }))
  const found: Chain[] = []
  for (const chain of chains) found.push(await verifyChain(db, chain, since))
  const faults = found.reduce((sum, one) => sum + one.faultCount, 0)
  return { verifiedAt: now, tookMs: Math.round(performance.now() - began), faults, chains: found }
}

/** Verifies everything and keeps what was found; a fault is shouted into the log, and so is each chain's head, for a log kept elsewhere. */
export async function verifyNightly(db: Db, log: Log): Promise<void> {
  const verdict = await verify(db, null)
  await db.write((tx) => store.insertVerdict(tx, newId(), verdict))
  for (const { chain, head, seals, faultCount, faults } of verdict.chains) {
    if (faultCount > 0) log.error({ chain, faultCount, faults }, 'what was sealed is not what is there')
    else log.info({ chain, head, seals }, 'every seal holds')
  }
}

async function verifyChain(db: Db, chain: string, since: string | null): Promise<Chain> {
  let previous = since ? await db.read((read) => store.selectSealBefore(read, chain, since)) : undefined
  const seen: Chain = {
    chain,
    seals: 0,
    rows: 0,
    since: null,
    through: previous?.sealedAt ?? null,
    unsealed: 0,
    head: previous?.digest.toString('hex') ?? null,
    faultCount: 0,
    faults: [],
  }
  const report = (fault: Fault) => {
    seen.faultCount += 1
    if (seen.faults.length < mostFaults) seen.faults.push(fault)
  }
  for (;;) {
    const seals = await db.read(async (read) => {
      const page = await store.selectSealsAfter(read, chain, previous?.number ?? 0, rowsAtOnce)
      await verifyPage(read, page, previous, report)
      return page
    })
    const last = seals.at(-1)
    if (!last) break
    seen.seals += seals.length
    seen.rows += seals.reduce((sum, one) => sum + one.count, 0)
    seen.since ??= seals[0]!.sealedAt
    seen.through = last.sealedAt
    seen.head = last.digest.toString('hex')
    previous = last
  }
  await db.read((read) => lookBehind(read, chain, previous, seen, report))
  return seen
}

type Report = (fault: Fault) => void

async function verifyPage(read: Read, seals: Seal[], before: Seal | undefined, report: Report): Promise<void> {
  const key = read.keys.derive('audit seal')
  let previous = before
  for (const group of bySameColumns(seals)) {
    const rows = await rowsOf(read, group, report)
    let at = 0
    for (const seal of group) {
      const where = { seal: seal.number, sealedAfter: previous?.sealedAt ?? null, sealedAt: seal.sealedAt }
      if (seal.number !== (previous?.number ?? 0) + 1) report({ fault: 'seal_missing', id: null, ...where })
      const digest = digestOf(key, previous?.digest ?? Buffer.alloc(32), seal)
      if (!digest.equals(seal.digest)) report({ fault: 'seal_forged', id: null, ...where })
      previous = seal
      if (!rows) continue
      const own: SealedRow[] = []
      for (; at < rows.length && rows[at]!.xid < seal.untilXid; at++)
        if (rows[at]!.xid >= seal.fromXid) own.push(rows[at]!)
      if (own.length === seal.count && contentOf(own).equals(seal.content)) continue
      const wrong = compare(seal.listing, own)
      for (const { fault, id } of wrong) report({ fault, id, ...where })
      // The listing says nothing, yet the content differs: the seal itself was tampered with.
      if (wrong.length === 0) report({ fault: 'seal_forged', id: null, ...where })
    }
  }
}

async function rowsOf(read: Read, seals: Seal[], report: Report): Promise<SealedRow[] | undefined> {
  const [first, last] = [seals[0]!, seals.at(-1)!]
  const columns = new Set(await store.selectColumns(read, first.chain))
  if (first.columns.every((column) => columns.has(column))) {
    return store.selectSealed(read, first.chain, first.columns, first.fromXid, last.untilXid)
  }
  report({ fault: 'unreadable', id: null, seal: first.number, sealedAfter: null, sealedAt: first.sealedAt })
  return undefined
}

function bySameColumns(seals: Seal[]): Seal[][] {
  const groups: Seal[][] = []
  for (const seal of seals) {
    const last = groups.at(-1)
    if (last && last[0]!.columns.join() === seal.columns.join()) last.push(seal)
    else groups.push([seal])
  }
  return groups
}

/** What is not sealed yet; a row of a transaction that has not been would never be. */
async function lookBehind(
  read: Read,
  chain: string,
  last: Seal | undefined,
  seen: Chain,
  report: Report,
): Promise<void> {
  const columns = await store.selectColumns(read, chain)
  const horizon = await store.selectHorizon(read)
  const never = Number.MAX_SAFE_INTEGER
  seen.unsealed = (await store.selectBounds(read, chain, last?.untilXid ?? 0, never)).count
  const beyond = await store.selectSealed(read, chain, columns, horizon + 100_000_000, never)
  for (const { id } of beyond) report({ fault: 'future', id, seal: null, sealedAfter: null, sealedAt: null })
}
