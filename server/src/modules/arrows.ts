/**
 * Who may ask whom, in the order of the floors. A room sees only rooms that stand before it, and of those only its own row.
 * A new arrow needs a reason in its commit.
 */
export const arrows: Record<string, string[]> = {
  org: [],
  audit: ['org'],
  backups: ['org'],
  ledger: [],
  catalog: ['org'],
  members: ['org'],
  cards: ['members', 'org'],
  points: ['ledger', 'members'],
  tiers: ['ledger', 'members'],
  wallets: ['ledger', 'members', 'cards', 'org'],
  charter: ['org', 'catalog', 'members', 'ledger', 'points', 'tiers', 'wallets'],
  purchases: ['org', 'ledger', 'catalog', 'members', 'cards', 'points', 'tiers', 'wallets', 'charter'],
  imports: [
    'org',
    'audit',
    'ledger',
    'catalog',
    'members',
    'cards',
    'points',
    'tiers',
    'wallets',
    'charter',
    'purchases',
  ],
  setup: ['org', 'catalog', 'members', 'cards', 'charter', 'purchases', 'imports'],
}
