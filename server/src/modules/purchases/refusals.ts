import { refusals } from '#kernel/refusal.ts'

export const refuse = refusals({
  'purchases.unknown': 404,
  'purchases.member_unknown': 404,
  'purchases.store_unknown': 404,
  'purchases.till_unknown': 404,
  /** A closed store sells nothing and takes nothing back. Details: storeId. */
  'purchases.store_closed': 409,
  /** Details: what (line, total, points, growth or spent), most; of a line its number. */
  'purchases.too_large': 422,
  /** Details: due, tendered. */
  'purchases.tenders_differ': 409,
  'purchases.quote_moved': 409,
  /** Details: days. Told later than the charter allows. */
  'purchases.too_old': 409,
  'purchases.in_future': 409,
  'purchases.member_blocked': 409,
  'purchases.points_not_allowed': 409,
  /** Details: step, most (minor units). */
  'purchases.points_tender_wrong': 409,
  'purchases.walk_in_has_no_value': 409,
  /** Details: line, left. */
  'purchases.nothing_left_to_return': 409,
  'purchases.not_a_sale': 409,
  'purchases.return_too_late': 409,
  /** Details: soldAt. */
  'purchases.return_before_sale': 409,
  /** Money goes back in the currency in which it came in. Details: sold, store (currencies). */
  'purchases.other_currency': 409,
  'purchases.line_unknown': 404,
  'purchases.till_code_taken': 409,
  'purchases.shift_open': 409,
  'purchases.no_shift': 409,
})
