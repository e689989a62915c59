import type { House, Login } from './harness.ts'

/** Three things on the shelves, with real check digits in their barcodes. */
export const goods = {
  cold: { sku: 'GM001', name: '感冒灵颗粒', nameEn: 'Cold relief granules', barcode: '6901234567892', listPrice: 2580 },
  vitamin: { sku: 'VC100', name: '维生素C片', nameEn: 'Vitamin C tablets', barcode: '6909876543210', listPrice: 4990 },
  cream: { sku: 'CF220', name: '医用护肤霜', nameEn: 'Skin cream', barcode: '6905555000017', listPrice: 12_800 },
  prescribed: { sku: 'AMX05', name: '阿莫西林胶囊', nameEn: 'Amoxicillin', barcode: '6904444000018', listPrice: 1850 },
} as const

/** Puts the goods into the catalog. */
export async function fillShelves(house: House): Promise<void> {
  const items = Object.values(goods).map(({ barcode, ...product }) => ({
    ...product,
    barcodes: [barcode],
    prescription: product.sku === 'AMX05',
  }))
  const answer = await house.ask('PUT /v1/products', { items })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer))
}

/** A new member of the first store. */
export async function join(house: House, member: { name: string; phone: string } & Record<string, unknown>) {
  const answer = await house.ask(
    'POST /v1/members',
    { homeStore: house.storeId, ...member },
    { key: `join ${member.phone}` },
  )
  if (answer.status !== 200) throw new Error(JSON.stringify(answer))
  return answer as unknown as { memberId: string; number: string }
}

/** Sells something for an amount (minor units), so that a member has points and growth. */
export async function sell(house: House, phone: string, amount: number, key: string): Promise<void> {
  const lines = [{ sku: 'SEED', name: '开业消费', amount }]
  const answer = await house.ask('POST /v1/purchases', { storeId: house.storeId, member: { phone }, lines }, { key })
  if (answer.status !== 200) throw new Error(JSON.stringify(answer))
}

let employed = 0

/** A person with a role at a unit (the first store, unless said), who can sign in. */
export async function employ(house: House, role: string, name: string, unitId = house.storeId): Promise<Login> {
  const roles = (await house.ask('GET /v1/roles')) as unknown as { items: { id: string; code: string }[] }
  const roleId = roles.items.find(({ code }) => code === role)?.id
  employed += 1
  const login = { login: `${role}-${employed}@example.com`, password: 'a long enough password' }
  const body = { name, language: 'zh', email: login.login, grants: [{ roleId, unitId }] }
  const { id } = (await house.ask('POST /v1/people', body)) as unknown as { id: string }
  const invited = (await house.ask(`POST /v1/people/${id}/invitation`, {})) as unknown as { path: string }
  const token = invited.path.split('#')[1]?.split('=').at(-1)
  const answer = await house.ask('POST /v1/invitations/accept', { token, password: login.password }, { as: '' })
  if (answer.status >= 300) throw new Error(JSON.stringify(answer))
  return login
}
