import type { FoundMember } from '../calls.ts'
import { useCounter } from '../counter.ts'
import type { Product } from '../shapes.ts'

/** One row of a choice. */
export type Option =
  | { key: string; kind: 'member'; member: FoundMember }
  | { key: string; kind: 'product'; product: Product }

/** Chooses a row: a member is opened, a product goes into the basket. */
export function useChoose(): (option: Option) => void {
  const { entry } = useCounter()
  return (option) => {
    if (option.kind === 'member') entry.openMember(option.member)
    else entry.addProduct(option.product, entry.choices?.quantity ?? 1)
  }
}
