import type { Line, Unit } from '../kinds/kind.ts'
import type { Place } from '../store.ts'

/** More lines than any receipt has. */
const longest = 20_000

type Group = { lines: Line<unknown>[]; last: number }

/** What goes into one transaction, and which rows are done once it is committed. */
export type Batch = { units: Unit<unknown>[]; place: Place }

/**
 * Gathers rows that belong together, also when rows of others lie between them, and knows which rows are done. A group is complete when none
 * of its rows came for `window` rows.
 */
export class Collector {
  private readonly window: number
  private readonly groups = new Map<string, Group>()
  private readonly overlong = new Set<string>()
  private ready: Unit<unknown>[] = []
  private readyRows = 0
  private readonly ahead: Set<number>
  private row: number
  private lastRead: number

  constructor(window: number, place: Place) {
    this.window = window
    this.row = place.row
    this.lastRead = place.row
    this.ahead = new Set(place.ahead)
  }

  /** Whether a row was done before, by an earlier life of this import. */
  isDone(at: number): boolean {
    if (at > this.lastRead) this.lastRead = at
    if (at > this.row && !this.ahead.has(at)) return false
    // Rows that are skipped let groups end as well, else a second life would tell receipts in another order than the first.
    this.closeOld(at)
    return true
  }

  add(line: Line<unknown>): void {
    const { key, at } = line
    if (key === null || this.window === 0) this.finish([line])
    else {
      const group = this.groups.get(key) ?? { lines: [], last: at }
      group.lines.push(line)
      group.last = at
      // Taken out and put back, so that the first in the map is the one that waited longest.
      this.groups.delete(key)
      this.groups.set(key, group)
      if (group.lines.length >= longest) {
        this.overlong.add(key)
        this.close(key, group)
      }
    }
    this.closeOld(at)
  }

  private closeOld(at: number): void {
    for (const [key, group] of this.groups) {
      if (group.last >= at - this.window) break
      this.close(key, group)
    }
  }

  /** The end of the file: nothing more will come. */
  flush(): void {
    for (const [key, group] of this.groups) this.close(key, group)
  }

  private close(key: string, { lines }: Group): void {
    this.groups.delete(key)
    if (this.overlong.has(key)) {
      const [first] = lines
      const found = {
        at: first!.at,
        column: '',
        value: '',
        code: 'receipt_too_long',
        details: { most: longest },
        taken: false,
      }
      this.finish(lines.map((line) => ({ ...line, input: null, found: line === first ? [found] : line.found })))
    } else this.finish(lines)
  }

  private finish(lines: Line<unknown>[]): void {
    this.ready.push(unitOf(lines))
    this.readyRows += lines.length
  }

  isFull({ units, rows }: { units: number; rows: number }): boolean {
    return this.ready.length >= units || this.readyRows >= rows
  }

  /** The next units; nothing when there are none. */
  take({ units, rows }: { units: number; rows: number }): Batch | undefined {
    if (this.ready.length === 0) return undefined
    let count = 0
    let taken = 0
    while (count < this.ready.length && count < units && taken < rows) taken += this.ready[count++]!.rows.length
    const batch = this.ready.splice(0, count)
    this.readyRows -= taken
    for (const unit of batch) for (const at of unit.rows) this.ahead.add(at)
    return { units: batch, place: this.place() }
  }

  /** All rows before the first that still waits are done; of those behind it, the ones that were taken. */
  private place(): Place {
    let first = this.lastRead + 1
    for (const { lines } of this.groups.values()) first = Math.min(first, lines[0]!.at)
    for (const { rows } of this.ready) first = Math.min(first, rows[0]!)
    this.row = first - 1
    for (const at of this.ahead) if (at <= this.row) this.ahead.delete(at)
    return { row: this.row, ahead: [...this.ahead].sort((a, b) => a - b) }
  }
}

/** Rows that go in together. When something is wrong with one of them, none goes in, and each says so. */
function unitOf(lines: Line<unknown>[]): Unit<unknown> {
  const rows = lines.map(({ at }) => at)
  const worth = lines.reduce((sum, line) => sum + (line.worth ?? 0), 0)
  const bad = lines.find(({ input }) => input === null)
  if (!bad) return { rows, inputs: lines.map(({ input }) => input), found: lines.flatMap(({ found }) => found), worth }
  const found = lines.flatMap((line) =>
    line.found.length > 0
      ? line.found
      : [{ at: line.at, column: '', value: '', code: 'with_its_receipt', details: { row: bad.at }, taken: false }],
  )
  return { rows, inputs: [], found, worth }
}
