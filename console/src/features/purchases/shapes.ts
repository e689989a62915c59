import type { Schemas } from '../../parts/api.ts'

export const kinds = ['sale', 'return', 'unlinked'] as const

/** A purchase as lists show it, and with everything as its page does. */
export type PurchaseHead = Schemas['PurchaseHead']
export type Purchase = Schemas['PurchaseRecord']
export type MemberShown = PurchaseHead['member']
export type Line = Schemas['PurchaseLine']
export type Given = Purchase['explained']['given'][number]
export type ReturnPreview = Schemas['ReturnPreview']
export type Shift = Schemas['ShiftRecord']

/** What of a line is still with the customer, to three decimals. */
export const leftOf = ({ quantity, returned }: Line): number =>
  Math.max(0, Math.round((quantity - returned) * 1000) / 1000)
