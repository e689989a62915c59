import type { Tx } from '#kernel/db.ts'
import type { Outcome } from '#kernel/lane.ts'
import type { Put } from '#modules/catalog/index.ts'
import { PutProduct, putProducts } from '#modules/catalog/index.ts'
import type { Row } from '../../reading/table.ts'
import type { Said } from '../../values/numbers.ts'
import { exactly, readDecimal } from '../../values/numbers.ts'
import { readShelfState, readYesNo } from '../../values/words.ts'
import { exactUnits } from '../amounts.ts'
import { Cells } from '../cells.ts'
import type { Found, ImportKind, Line, Setup, Unit, Verdict } from '../kind.ts'
import { asWork, reported } from '../kind.ts'
import { Seen } from '../seen.ts'
import { productFields } from './fields.ts'

type Told = { product: PutProduct; finding: (field: string, code: string, details: Record<string, unknown>) => Found }

export const products: ImportKind = {
  kind: 'products',
  needs: [['sku']],
  fields: async () => productFields,
  async begin(_read, setup) {
    const seen = new Seen()
    return asWork<Told>({
      window: 0,
      most: { units: 500, rows: 500 },
      convert: (row) => convert(row, setup),
      // The catalog is asked in earnest, also in a check, which is rolled back.
      check: (tx, units) => write(tx, units, seen),
      write: (tx, units) => write(tx, units, seen),
    })
  },
}

/** Codes have no blanks: a category that is called FROZEN PIZZA gets the code FROZEN-PIZZA. */
const codeOf = (text: string): string | undefined =>
  text === ''
    ? undefined
    : text
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}._/-]+/gu, '-')
        .replace(/^-+|-+$/g, '') || undefined

function convert(row: Row, setup: Setup): Line<Told> {
  const cells = new Cells(row, setup, new Set())
  const given = {
    sku: cells.code('sku'),
    name: cells.text('name') || undefined,
    nameEn: cells.text('nameEn') || undefined,
    category: codeOf(cells.text('category')),
    brand: codeOf(cells.text('brand')),
    labels: listOf(cells.text('labels')),
    listPrice: cells.take('listPrice', exactUnits(setup, setup.currency)),
    taxRate: cells.take('taxRate', taxOf),
    unit: cells.text('unit') || undefined,
    barcodes: listOf(cells.code('barcodes')),
    prescription: cells.take('prescription', readYesNo),
    earns: cells.take('earns', readYesNo),
    status: cells.take('status', readShelfState),
  }
  if (given.sku === '') cells.wrong('sku', 'needed', { field: 'sku' })
  const parsed = PutProduct.safeParse(
    Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
  )
  if (!parsed.success && cells.found.length === 0) cells.refused(parsed.error, ([first]) => String(first ?? ''))
  const good = parsed.success && cells.found.length === 0
  const finding = (field: string, code: string, details: Record<string, unknown>) =>
    cells.finding(field, code, details, false)
  return { at: row.at, key: null, input: good ? { product: parsed.data, finding } : null, found: cells.found }
}

const listOf = (text: string): string[] | undefined =>
  text === '' ? undefined : text.split(/[,，;；|、\s]+/).filter(Boolean)

/** 13, 13% and 0.13 are all 13 per cent; hundredths of a per cent. */
function taxOf(text: string): Said<number> {
  const read = readDecimal(text.replace(/[%％]\s*$/, ''))
  if ('wrong' in read) return read
  const share = !/[%％]/.test(text) && read.ok.scale > 0 && read.ok.whole < 10n ** BigInt(read.ok.scale)
  const rate = exactly(read.ok, share ? 4 : 2)
  return rate === undefined || rate > 10_000 ? { wrong: 'not_a_number' } : { ok: rate }
}

/** A product, or one of its barcodes, that stood in an earlier row. */
function twiceIn({ product, row, finding }: Told & { row: number }, seen: Seen): Found | undefined {
  const known = (text: string) => {
    const first = seen.first(text, row)
    return first === row ? undefined : first
  }
  const sku = known(`sku ${product.sku}`)
  if (sku !== undefined) return finding('sku', 'sku_twice', { row: sku })
  for (const barcode of product.barcodes ?? []) {
    const first = known(`barcode ${barcode}`)
    if (first !== undefined) return finding('barcodes', 'barcode_twice', { row: first, barcode })
  }
  return undefined
}

async function write(tx: Tx, units: Unit<Told>[], seen: Seen): Promise<Verdict[]> {
  const told = units.map((unit) => (unit.inputs[0] ? { ...unit.inputs[0], row: unit.rows[0]! } : undefined))
  const twice = told.map((one) => one && twiceIn(one, seen))
  const outcomes: Outcome<Put>[] = await putProducts(
    tx,
    told.flatMap((one, at) => (one && !twice[at] ? [one.product] : [])),
  )
  return units.map((unit, at): Verdict => {
    const one = told[at]
    if (!one) return reported(unit)
    if (twice[at]) return reported(unit, [twice[at]])
    const outcome = outcomes.shift()!
    if ('refusal' in outcome) {
      const { code, details } = outcome.refusal
      return reported(unit, [one.finding(code === 'catalog.barcode_taken' ? 'barcodes' : 'sku', code, details)])
    }
    const { productId, outcome: what } = outcome.ok
    const made =
      what === 'same' ? [] : [{ kind: 'product' as const, subjectId: productId, line: one.row, before: outcome.ok }]
    return { as: 'accepted', found: [], things: 1, sums: { [what]: 1 }, made }
  })
}
