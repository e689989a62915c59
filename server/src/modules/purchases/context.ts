import type { Caller } from '#kernel/caller.ts'
import type { Read } from '#kernel/db.ts'
import type { SaleProduct } from '#modules/catalog/index.ts'
import { findProducts } from '#modules/catalog/index.ts'
import type { InForce } from '#modules/charter/index.ts'
import { chartersAt } from '#modules/charter/index.ts'
import type { Books } from '#modules/ledger/index.ts'
import type { Standing } from '#modules/members/index.ts'
import type { Store } from '#modules/org/index.ts'
import { readStores } from '#modules/org/index.ts'
import type { PurchaseInput, ReturnInput, UnlinkedInput } from './contract.ts'
import type { Draft, Returned, Sold } from './rows.ts'
import type { TillRow } from './store.ts'
import { tillsOf } from './store.ts'

/** One thing that a till, a POS or an import tells. */
export type Command =
  | { kind: 'sale'; input: PurchaseInput }
  | { kind: 'return'; input: ReturnInput }
  | { kind: 'unlinked'; input: UnlinkedInput }

/** A command with who tells it, under which reference, and what it is: a till's sale, or an import's history or earning. */
export type Telling = {
  command: Command
  who: Caller
  reference: string
  origin: 'till' | 'history' | 'earning'
  importId: string | null
  /** Minted before it is told. */
  id: string
  /** Whose books; null until a walk-in's id is minted or when nobody was found. */
  memberId: string | null
  walkIn: boolean
  /** The member or sale was named by its bare id: good only within the caller's scope. */
  byId: boolean
}

/** Everything that deciding may look at, read once for a whole batch. */
export type Context = {
  now: string
  stores: Map<string, Store>
  tills: Map<string, TillRow>
  products: Map<string, SaleProduct>
  charters: InForce[]
  standings: Map<string, Standing>
  books: Books
  /** Sales that returns name, and what came back of them. */
  sales: Map<string, Draft>
  returned: Map<string, Returned[]>
  /** What members of unlinked returns bought before, oldest first; sales of the same batch join in. */
  sold: Map<string, Sold[]>
}

/** Reads the shared tables that a batch needs: stores, tills, products and the charters in force at each business moment. */
export async function readShared(
  read: Read,
  commands: Command[],
): Promise<Pick<Context, 'stores' | 'tills' | 'products' | 'charters' | 'now'>> {
  const skus = new Set<string>()
  for (const { kind, input } of commands) if (kind !== 'return') for (const line of input.lines) skus.add(line.sku)
  const tills = [...new Set(commands.flatMap(({ input }) => (input.tillId ? [input.tillId] : [])))]
  const [charters, stores, products, found] = await Promise.all([
    chartersAt(
      read,
      commands.map(({ input }) => input.occurredAt ?? read.now),
    ),
    readStores(read, [...new Set(commands.map(({ input }) => input.storeId))]),
    findProducts(read, [...skus]),
    tills.length > 0 ? tillsOf(read, tills) : [],
  ])
  return { now: read.now, charters, stores, products, tills: new Map(found.map((till) => [till.id, till])) }
}

/** Remembers that so much of a sold line came back, for what is decided later in the same batch. */
export function markBack(
  context: Context,
  memberId: string,
  saleId: string,
  line: number,
  quantity: number,
  amount: number,
): void {
  const returned = context.returned.get(saleId)
  if (returned) returned.push({ line, quantity, amount })
  else context.returned.set(saleId, [{ line, quantity, amount }])
  const sold = context.sold.get(memberId)?.find((one) => one.purchaseId === saleId && one.no === line)
  if (sold) sold.back += quantity
}
