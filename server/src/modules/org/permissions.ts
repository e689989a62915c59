/** Everything that a role may allow, as noun and verb. A route may name no other (permissions.test.ts), nor may a role. */
export const permissions = [
  'org.read',
  'org.manage',
  'people.read',
  'people.manage',
  'roles.manage',
  'keys.manage',
  'audit.read',
  'backups.read',
  'backups.run',
  'catalog.read',
  'catalog.manage',
  'members.read',
  'members.write',
  'members.reveal',
  'cards.read',
  'cards.issue',
  'ledger.read',
  'points.adjust',
  'wallets.read',
  'wallets.topup',
  'charter.read',
  'charter.publish',
  'purchases.read',
  'purchases.record',
  'purchases.return',
  'purchases.return_unlinked',
  'tills.manage',
  'shifts.work',
  'shifts.read',
  'imports.run',
  'exports.run',
] as const

export type Permission = (typeof permissions)[number]

type DefaultRole = { code: string; nameZh: string; nameEn: string; permissions: readonly (Permission | '*')[] }

const looking: Permission[] = [
  'catalog.read',
  'members.read',
  'cards.read',
  'ledger.read',
  'wallets.read',
  'charter.read',
  'purchases.read',
]
const selling: Permission[] = [
  ...looking,
  'members.write',
  'cards.issue',
  'wallets.topup',
  'purchases.record',
  'purchases.return',
  'shifts.work',
]
const leadingStore: Permission[] = [
  ...selling,
  'org.read',
  'people.read',
  'members.reveal',
  'purchases.return_unlinked',
  'tills.manage',
  'shifts.read',
  'exports.run',
]

/** The roles that come with the house; each but the owner's may be changed, and more may be made. */
export const defaultRoles: readonly DefaultRole[] = [
  { code: 'owner', nameZh: '所有者', nameEn: 'Owner', permissions: ['*'] },
  {
    code: 'head_office',
    nameZh: '总部',
    nameEn: 'Head office',
    permissions: permissions.filter((one) => !['keys.manage', 'roles.manage'].includes(one)),
  },
  {
    code: 'operations',
    nameZh: '会员运营',
    nameEn: 'Operations',
    permissions: [
      ...looking,
      'org.read',
      'catalog.manage',
      'members.write',
      'members.reveal',
      'points.adjust',
      'charter.publish',
      'imports.run',
      'exports.run',
    ],
  },
  {
    code: 'acquisition',
    nameZh: '会员拓展',
    nameEn: 'Acquisition',
    permissions: ['catalog.read', 'members.read', 'members.write', 'cards.read', 'cards.issue', 'charter.read'],
  },
  {
    code: 'service',
    nameZh: '会员服务',
    nameEn: 'Service',
    permissions: [...looking, 'members.write', 'members.reveal', 'cards.issue', 'points.adjust', 'purchases.return'],
  },
  { code: 'marketing', nameZh: '市场营销', nameEn: 'Marketing', permissions: [...looking, 'exports.run'] },
  {
    code: 'region_manager',
    nameZh: '区长',
    nameEn: 'Region manager',
    permissions: [...leadingStore, 'people.manage', 'points.adjust', 'audit.read'],
  },
  {
    code: 'store_manager',
    nameZh: '店长',
    nameEn: 'Store manager',
    permissions: [...leadingStore, 'people.manage'],
  },
  { code: 'cashier', nameZh: '收银员', nameEn: 'Cashier', permissions: selling },
  {
    code: 'auditor',
    nameZh: '审计',
    nameEn: 'Auditor',
    permissions: [...looking, 'org.read', 'people.read', 'shifts.read', 'audit.read', 'backups.read', 'exports.run'],
  },
]
