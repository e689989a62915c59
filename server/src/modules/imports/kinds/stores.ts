import type { Caller } from '#kernel/caller.ts'
import type { Read } from '#kernel/db.ts'
import type { Store } from '#modules/org/index.ts'
import { findStoreByCode, readStores } from '#modules/org/index.ts'
import type { Setup } from './kind.ts'

/** The stores that a file names, as they become known: by the words of the options, else by code; only those in reach. */
export class Stores {
  private readonly byWord = new Map<string, Store | null>()
  private readonly said: Record<string, string>
  private readonly scope: Caller['scope']
  readonly default: Store | undefined

  private constructor(setup: Setup, known: Map<string, Store>) {
    this.said = setup.options.stores
    this.scope = setup.scope
    this.default = this.reached(setup.options.storeId ? known.get(setup.options.storeId) : undefined)
    for (const [word, id] of Object.entries(this.said)) this.byWord.set(word, this.reached(known.get(id)) ?? null)
  }

  static async open(read: Read, setup: Setup): Promise<Stores> {
    const ids = [...Object.values(setup.options.stores), ...(setup.options.storeId ? [setup.options.storeId] : [])]
    return new Stores(setup, await readStores(read, ids))
  }

  private reached(store: Store | undefined): Store | undefined {
    return store && (this.scope === 'all' || this.scope.has(store.id)) ? store : undefined
  }

  /** Learns the stores that these words name. */
  async learn(read: Read, words: Iterable<string>): Promise<void> {
    for (const word of words) {
      if (word === '' || this.byWord.has(word)) continue
      // A file of nonsense in this column shall not fill the memory.
      if (this.byWord.size > 100_000) this.byWord.clear()
      this.byWord.set(word, this.reached(await findStoreByCode(read, word.slice(0, 64))) ?? null)
    }
  }

  /** The store of a row: what its word names, the default store when it has none; undefined when nobody knows. */
  of(word: string): Store | undefined {
    return word === '' ? this.default : (this.byWord.get(word) ?? undefined)
  }
}
