import { z } from 'zod'
import { RuleUnits } from '#kernel/fields.ts'
import { share } from '#kernel/shares.ts'

/** The stored-value section of a charter. Amounts in minor units of the store's currency. */
export const WalletRules = z.object({
  least: RuleUnits,
  most: RuleUnits,
  /** What one member may hold at most, principal and bonus together. */
  mostHeld: RuleUnits,
  /** A top-up of at least `from` gets `bonus` on top; the highest step that is reached counts. */
  bonuses: z.array(z.object({ from: RuleUnits, bonus: RuleUnits })).max(20),
  /** How a payment is split between principal and bonus money. */
  split: z.enum(['principal_first', 'bonus_first', 'proportional']),
})
export type WalletRules = z.infer<typeof WalletRules>

/** The bonus money that a top-up gets. */
export function bonusOf(rules: WalletRules, amount: number): number {
  return rules.bonuses.reduce((best, step) => (amount >= step.from && step.bonus > best ? step.bonus : best), 0)
}

/** How a payment is split; undefined if principal and bonus together do not suffice. Of what is below zero, for it is owed, nothing is paid. */
export function splitPayment(
  rules: WalletRules,
  amount: number,
  held: { principal: number; bonus: number },
): { principal: number; bonus: number } | undefined {
  const principal = Math.max(0, held.principal)
  const bonus = Math.max(0, held.bonus)
  if (principal + bonus < amount) return undefined
  if (rules.split === 'principal_first')
    return { principal: Math.min(principal, amount), bonus: amount - Math.min(principal, amount) }
  if (rules.split === 'bonus_first')
    return { principal: amount - Math.min(bonus, amount), bonus: Math.min(bonus, amount) }
  const [fromPrincipal, fromBonus] = share(amount, [principal, bonus]) as [number, number]
  return { principal: fromPrincipal, bonus: fromBonus }
}
