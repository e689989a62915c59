import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { backupsIn, checkBackup, type Place, placeAt, restoreInto } from '#kernel/backup/index.ts'
import { freePort } from '#kernel/postgres/access.ts'
import { found } from '../founding.ts'
import { Journal } from '../journal.ts'
import { type Chance, chanceOf } from '../random.ts'
import { type Served, servedOn } from '../served.ts'
import { join, offerCard } from '../shop.ts'
import { type Counter, openCounter, runTill } from '../till.ts'
import { openWire } from '../wire.ts'
import { damages } from './damages.ts'
import { lookAt, type Noted, quietly, untilOf } from './looking.ts'

export type RestoresAsked = { restores: number; damaged: number; seed: number; say: (sentence: string) => void }
export type RestoresFound = {
  restores: number
  damaged: number
  acknowledged: number
  backups: number
  /** The most that the stored log was behind while tills sold, in ms. */
  behindMs: number
  restoreMs: number[]
  seconds: number
  figures: Record<string, string | number>
  faults: string[]
}

/**
 * Tills sell through a served house that backs itself up; at random moments they pause and every table is summed up. Afterwards each of these moments is
 * restored and must be equal, with books in order. Then backups are damaged, each in a copy: a check must say so, and a restore must refuse, or take
 * another way to the very same books and say that.
 */
export async function runRestores(asked: RestoresAsked): Promise<RestoresFound> {
  const began = Date.now()
  const { restores, damaged, seed, say } = asked
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-restores-'))
  chmodSync(folder, 0o711)
  const faults: string[] = []
  const restoreMs: number[] = []
  try {
    const sold = await sell(folder, asked)
    const { place, noted } = sold
    const digests = new Set(noted.map(({ book }) => book.digest))
    if (digests.size !== noted.length)
      faults.push('books of different moments are the same: nothing was sold between them')
    const checked = await checkBackup(place)
    faults.push(...checked.faults)
    for (const [no, each] of noted.slice(0, restores).entries()) {
      const from = Date.now()
      faults.push(...(await restoreOne(place, folder, each)))
      restoreMs.push(Date.now() - from)
      say(`restore ${no + 1} of ${restores} to ${each.moment}: ${each.book.rows} rows, ${faults.length} faults so far`)
    }
    const chance = chanceOf(seed + 7)
    for (let no = 0; no < damaged; no++) {
      const wrong = await damageOne(place, folder, chance.pick(noted), no, chance, say)
      faults.push(...wrong)
    }
    const seconds = (Date.now() - began) / 1000
    const { acknowledged, behindMs } = sold
    const backups = checked.backups
    const figures = {
      ...{ restores, 'damaged backups': damaged, commands: acknowledged, backups },
      ...{ 'log segments': checked.segments, 'log behind at most, ms': behindMs },
      ...{ 'slowest restore, ms': Math.max(0, ...restoreMs), seconds: Math.round(seconds) },
    }
    return { restores, damaged, acknowledged, backups, behindMs, restoreMs, seconds, figures, faults }
  } finally {
    if (faults.length === 0) rmSync(folder, { recursive: true, force: true })
    else say(`the folder is kept: ${folder}`)
  }
}

type Sold = { place: Place; noted: Noted[]; acknowledged: number; behindMs: number }

/** The house sells, is backed up now and then, and stands still for the moments that are noted; afterwards it is stopped as with Ctrl-C. */
async function sell(folder: string, { restores, seed, say }: RestoresAsked): Promise<Sold> {
  const data = path.join(folder, 'data')
  const { storeId, key } = await found(data)
  const backups = path.join(folder, 'backups')
  const served = servedOn(data, await freePort(), { more: { CHANGKE_BACKUPS: backups } })
  const wire = openWire(served.port, key, 10)
  const journal = new Journal(path.join(folder, 'journal.jsonl'))
  const place = placeAt(backups, path.join(data, 'keys.json'))
  const chance = chanceOf(seed)
  const noted: Noted[] = []
  const behind = { ms: 0 }
  try {
    await served.start()
    const members = await join(wire, storeId, 0, 8)
    const cardTypeId = await offerCard(wire)
    const counter = openCounter({ journal, wire, members, storeId, cardTypeId, onDone: () => {} })
    await until(() => backupsIn(place).some(({ manifest }) => manifest), 60_000, served)
    const rounds = Math.max(2, restores)
    for (let no = 0; no < rounds; no++) {
      // Backups are made under sales, a third and two thirds of the way.
      const backup = no > 0 && no % Math.ceil(rounds / 3) === 0 ? served.run(['backup']) : undefined
      await burst(counter, no, chance, backup ? 2_500 : 400 + chance.below(1_600))
      const made = await backup
      if (made && made.code !== 0) throw new Error(`the backup failed: ${made.said}`)
      noted.push(await quietly(served.ownerUrl()))
      behind.ms = Math.max(behind.ms, behindOf(served, place))
      say(`moment ${no + 1} of ${rounds}: ${noted.at(-1)!.moment}, ${journal.acknowledged} acknowledged`)
    }
    return { place, noted, acknowledged: journal.acknowledged, behindMs: behind.ms }
  } finally {
    wire.close()
    journal.close()
    await served.stop()
    writeFileSync(path.join(folder, 'server.log'), served.said)
  }
}

async function burst(counter: Counter, no: number, chance: Chance, ms: number): Promise<void> {
  const over = new AbortController()
  const tills = Array.from({ length: 6 }, (_, at) =>
    runTill(counter, `b${no}t${at}`, chanceOf(chance.below(2 ** 31)), over.signal),
  )
  await wait(ms)
  over.abort()
  await Promise.all(tills)
}

async function until(there: () => boolean, ms: number, served: Served): Promise<void> {
  for (const deadline = Date.now() + ms; !there(); await wait(50)) {
    if (Date.now() > deadline) throw new Error(`no backup is made:\n${served.said.slice(-2_000)}`)
  }
}

/** How far the stored log is behind the clock. */
function behindOf(served: Served, place: Place): number {
  if (!served.alive) throw new Error('the server ended')
  return Date.now() - Date.parse(untilOf(place))
}

async function restoreOne(place: Place, folder: string, { moment, book }: Noted): Promise<string[]> {
  const into = path.join(folder, 'restored')
  try {
    const { notes } = await restoreInto(place, { to: new Date(moment), into })
    const { book: returned, faults: wrong } = await lookAt(into)
    const faults = [...notes, ...wrong].map((fault) => `restore to ${moment}: ${fault}`)
    if (returned.digest !== book.digest) faults.push(`restore to ${moment}: ${differing(book, returned)}`)
    return faults
  } catch (error) {
    return [`restore to ${moment}: ${(error as Error).message}`]
  } finally {
    rmSync(into, { recursive: true, force: true })
  }
}

function differing(one: Noted['book'], other: Noted['book']): string {
  const tables = one.tables.filter(
    ({ table, digest }) => other.tables.find((each) => each.table === table)?.digest !== digest,
  )
  return `${tables.map(({ table }) => table).join(', ') || 'something'} is not as it was`
}

const olderThan = (place: Place, moment: string): number =>
  backupsIn(place).filter(({ manifest }) => manifest && manifest.endedAt <= moment).length

/** Damages a copy of the backups; whoever looks must see it, and whoever restores must not get other books than he asked for. */
async function damageOne(
  place: Place,
  folder: string,
  wanted: Noted,
  no: number,
  chance: Chance,
  say: (sentence: string) => void,
): Promise<string[]> {
  const damage = damages[no % damages.length]!
  const copy = path.join(folder, 'damaged')
  const into = path.join(folder, 'restored')
  try {
    const hurt = await damage.act(place, copy, wanted.moment, chance)
    const faults = (await checkBackup(hurt).catch((error: Error) => ({ faults: [error.message] }))).faults
    const wrong = faults.length === 0 ? [`${damage.name}: no check sees it`] : []
    let became: string
    try {
      const { notes } = await restoreInto(hurt, { to: new Date(wanted.moment), into })
      became = 'restored another way'
      if (notes.length === 0) wrong.push(`${damage.name}: the restore says nothing of it`)
      if ((await lookAt(into)).book.digest !== wanted.book.digest) wrong.push(`${damage.name}: other books came back`)
    } catch (error) {
      if ((error as Error).name !== 'BackupFault') throw error
      became = 'refused'
      if (damage.of === 'backup' && olderThan(place, wanted.moment) > 1)
        wrong.push(`${damage.name}: refused, though an older backup is sound: ${(error as Error).message}`)
    }
    say(`damage ${no + 1}, ${damage.name}: ${became}; ${faults[0]?.slice(0, 120)}`)
    return wrong
  } finally {
    for (const each of [copy, into]) rmSync(each, { recursive: true, force: true })
  }
}
