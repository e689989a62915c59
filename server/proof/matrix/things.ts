import type { Place } from '../place.ts'

/** One of everything that belongs to a store, some of it spare: to be closed and dismissed. */
export type Things = {
  store: string
  department: string
  member: string
  spareMember: string
  card: string
  cardType: string
  sale: string
  till: string
  spareTill: string
  shift: string
  spareShift: string
  person: string
  sparePerson: string
  grant: string
  post: string
  sparePost: string
  appointment: string
  key: string
  /** What else gives it away: names and numbers of its people. */
  words: string[]
}

/** Furnishes a store with one of everything. `letter` tells its things from those of another. */
export async function furnish(place: Place, store: string, letter: 'A' | 'B'): Promise<Things> {
  const ask = async (path: string, body?: object) => {
    const answer = await place.ask(path, body)
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`)
    return answer.json
  }
  const roles = (await ask('GET /v1/roles')).items as { id: string; code: string }[]
  const cashier = roles.find(({ code }) => code === 'cashier')!.id
  const types = await ask('GET /v1/card-types')
  const cardType: string =
    types.items[0]?.typeId ??
    (
      await ask('POST /v1/card-types', {
        code: 'P',
        name: '积分卡',
        nameEn: 'Points',
        kind: 'points',
        media: ['virtual'],
      })
    ).typeId
  const phone = letter === 'A' ? '13811110001' : '13822220002'
  const name = `会员${letter}甲乙丙`
  const joined = await ask('POST /v1/members', { name, phone, homeStore: store })
  const member: string = joined.memberId
  const spareMember: string = (await ask('POST /v1/members', { name: `备${letter}`, homeStore: store })).memberId
  const card = await ask('POST /v1/cards', { memberId: member, typeId: cardType, medium: 'virtual', storeId: store })
  await ask(`POST /v1/members/${member}/topups`, { storeId: store, amount: 10_000 })
  await ask(`POST /v1/members/${member}/points`, { amount: 5, reason: 'proof' })
  const till = letter === 'A' ? place.tillA : place.tillB
  const shift = (await ask(`POST /v1/tills/${till}/shifts`, { opening: 0 })).id
  const sale = await ask('POST /v1/purchases', {
    storeId: store,
    tillId: till,
    member: { id: member },
    lines: [{ sku: 'SKU1', quantity: 10_000, unitPrice: 100 }],
  })
  await ask(`POST /v1/purchases/${sale.id}/returns`, { storeId: store, lines: [{ line: 1, quantity: 1 }] })
  const spareTill = (await ask('POST /v1/tills', { storeId: store, code: '9' })).id
  const shiftTill = (await ask('POST /v1/tills', { storeId: store, code: '8' })).id
  const spareShift = (await ask(`POST /v1/tills/${shiftTill}/shifts`, { opening: 0 })).id
  const grants = [{ roleId: cashier, unitId: store }]
  const person = await ask('POST /v1/people', { name: `员工${letter}子丑寅`, email: `${letter}1@shop.cn`, grants })
  const spare = await ask('POST /v1/people', { name: `闲${letter}`, email: `${letter}2@shop.cn`, grants })
  const department = await ask('POST /v1/units', {
    kind: 'department',
    code: `D${letter}`,
    name: '柜',
    parentId: store,
  })
  const post = (await ask('POST /v1/posts', { title: `岗${letter}卯辰巳`, unitId: store })).id
  const sparePost = (await ask('POST /v1/posts', { title: `闲岗${letter}`, unitId: store })).id
  const appointed = await ask(`POST /v1/posts/${post}/appointments`, { personId: spare.id, fromOn: '2026-01-01' })
  const [appointment] = await place.sql<{ id: string }>('select id from org.appointment where post_id = $1', [post])
  const key = (await ask('POST /v1/keys', { name: `钥${letter}`, roleId: cashier, unitId: store })).id
  const [grant] = await place.sql<{ id: string }>('select id from org.role_grant where person_id = $1', [person.id])
  void appointed
  return {
    ...{ store, member, spareMember, till, spareTill, shift, spareShift, cardType, post, sparePost, key },
    department: department.id,
    card: card.card?.cardId ?? card.cardId,
    sale: sale.id,
    person: person.id,
    sparePerson: spare.id,
    grant: grant!.id,
    appointment: appointment!.id,
    words: [name, joined.number, sale.receipt, `员工${letter}子丑寅`, `${letter}1@shop.cn`, `岗${letter}卯辰巳`, phone],
  }
}

/** Everything of a store that may not be read elsewhere: ids and words. */
export const marksOf = ({ words, cardType: _, ...ids }: Things): string[] => [...Object.values(ids), ...words]

/** Puts the spare things back as they were, so that every role finds them open, employed and good. */
export async function mend(place: Place, own: Things): Promise<void> {
  await place.sql(`update org.unit set status = 'open'`)
  await place.sql(`update org.person set status = 'invited' where status = 'left'`)
  await place.sql('update org.key set revoked_at = null where id = $1', [own.key])
  await place.sql(`update org.post set status = 'open'`)
  await place.sql('update org.appointment set until_on = null where id = $1', [own.appointment])
  await place.sql('update purchases.shift set closed_at = null where id = $1', [own.spareShift])
  await place.sql('update purchases.shift set closed_at = now() where till_id = $1 and closed_at is null', [
    own.spareTill,
  ])
  await place.sql(
    `insert into org.role_grant (id, person_id, role_id, unit_id, granted_at)
     select $1, $2, id, $3, now() from org.role where code = 'cashier' on conflict do nothing`,
    [own.grant, own.person, own.store],
  )
}
