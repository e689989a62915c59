import type { SealedColumn } from '#kernel/rotation.ts'

/** Where this room keeps sealed values. */
export const sealed: readonly SealedColumn[] = [
  { table: 'cards.card', key: ['member_id', 'card_id'], column: 'number_sealed', context: 'cards.number' },
]
