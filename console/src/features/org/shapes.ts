/** What the organisation's routes answer, as far as the screens use it. */
export type UnitKind = 'group' | 'brand' | 'region' | 'store' | 'department'

export interface Unit {
  id: string
  kind: UnitKind
  code: string
  name: string
  parentId: string | null
  path: string[]
  status: 'open' | 'closed'
  zone: string | null
  currency: string | null
  dayStartsAt: number | null
  legalEntity: string | null
  address: string | null
}

export interface Organisation {
  name: string
  currency: string
  zone: string
  language: 'zh' | 'en'
}

export interface Role {
  id: string
  code: string | null
  nameZh: string
  nameEn: string
  permissions: string[]
}

export interface Grant {
  id: string
  roleId: string
  roleCode: string | null
  roleNameZh: string
  roleNameEn: string
  unitId: string
  unitName: string
}

export interface Person {
  id: string
  name: string
  number: string | null
  email: string | null
  phone: string | null
  language: 'zh' | 'en'
  status: 'invited' | 'active' | 'left'
  secondFactor: boolean
  grants: Grant[]
  madeAt: string
}

export interface ApiKey {
  id: string
  name: string
  prefix: string
  roleNameZh: string
  roleNameEn: string
  unitName: string
  madeAt: string
  usedAt: string | null
  usedFrom: string | null
  revokedAt: string | null
}

export interface OpenSession {
  id: string
  startedAt: string
  seenAt: string
  address: string
  agent: string
  current: boolean
}

export interface Till {
  id: string
  storeId: string
  code: string
  name: string
  open: boolean
}
