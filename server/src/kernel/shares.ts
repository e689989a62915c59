/** a × b ÷ c, rounded down, exact also where a × b leaves the safe integers. All whole, c above zero. */
export function mulDiv(a: number, b: number, c: number): number {
  const product = a * b
  if (Number.isSafeInteger(product)) return Math.floor(product / c)
  const exact = BigInt(a) * BigInt(b)
  const divisor = BigInt(c)
  const quotient = exact / divisor
  return Number(exact < 0n && quotient * divisor !== exact ? quotient - 1n : quotient)
}

export type Rounding = 'down' | 'half_up' | 'up'

/** a × b ÷ c in a rounding mode; all at or above zero. `half_up` rounds half a unit up, as receipts do. */
export function mulDivRounded(a: number, b: number, c: number, rounding: Rounding): number {
  const down = mulDiv(a, b, c)
  if (rounding === 'down') return down
  const product = a * b
  const rest = Number.isSafeInteger(product)
    ? product - down * c
    : Number(BigInt(a) * BigInt(b) - BigInt(down) * BigInt(c))
  return rest > 0 && (rounding === 'up' || rest * 2 >= c) ? down + 1 : down
}

/**
 * Shares a whole amount out by weights with the largest remainder method (Hare–Niemeyer): the parts are whole and add up to it. Equal
 * remainders go to the earlier part. No part is larger than its weight if the amount is not larger than the sum of weights.
 */
export function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  if (sum === 0 || total === 0) return weights.map(() => 0)
  const parts = weights.map((weight) => mulDiv(total, weight, sum))
  let rest = total - parts.reduce((all, part) => all + part, 0)
  if (rest === 0) return parts
  const remainder = (at: number) => {
    const product = total * weights[at]!
    return Number.isSafeInteger(product) ? product % sum : Number((BigInt(total) * BigInt(weights[at]!)) % BigInt(sum))
  }
  const order = weights
    .map((_, at) => at)
    .filter((at) => remainder(at) > 0)
    .sort((a, b) => remainder(b) - remainder(a) || a - b)
  for (const at of order) {
    if (rest === 0) break
    parts[at]! += 1
    rest -= 1
  }
  return parts
}

/** What falls to the first q of Q pieces of a whole amount: rounded down and cumulative, so that parts always add up to the whole. */
export const upTo = (total: number, q: number, Q: number): number => (q >= Q ? total : mulDiv(total, q, Q))
