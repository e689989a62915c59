import { expect, it } from 'vitest'
import type { WalletRules } from './rules.ts'
import { splitPayment } from './rules.ts'

const rules = (split: WalletRules['split']): WalletRules => ({ least: 1, most: 1, mostHeld: 1, bonuses: [], split })

it.each([
  // split, amount, principal and bonus held → what each pays
  ['principal_first', 100, [60, 60], [60, 40]],
  ['bonus_first', 100, [60, 60], [40, 60]],
  ['proportional', 100, [150, 50], [75, 25]],
  ['proportional', 100, [60, 39], null],
  // What is owed pays nothing, and the other pays no more than the tender.
  ['principal_first', 100, [-500, 2000], [0, 100]],
  ['bonus_first', 100, [-500, 2000], [0, 100]],
  ['proportional', 100, [-500, 2000], [0, 100]],
  ['principal_first', 100, [2000, -500], [100, 0]],
  ['bonus_first', 100, [2000, -500], [100, 0]],
  ['proportional', 100, [2000, -500], [100, 0]],
  ['proportional', 2001, [-500, 2000], null],
  ['bonus_first', 1, [-500, -1], null],
] as const)('%s: %i of %j is paid as %j', (split, amount, [principal, bonus], paid) => {
  const parts = splitPayment(rules(split), amount, { principal, bonus })
  expect(parts ? [parts.principal, parts.bonus] : null).toEqual(paid)
})
