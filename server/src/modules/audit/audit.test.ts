import { beforeAll, expect, it } from 'vitest'
import { system } from '#kernel/caller.ts'
import { writeTrail } from '#kernel/trail.ts'
import { setUpOrganisation } from '#modules/org/index.ts'
import { callerWith, house } from '#testing'
import { verify } from './index.ts'
import { seal } from './sealing.ts'
import { verifyNightly } from './verifying.ts'

const shop = house()
const { ask } = shop
let store: string
let other: string

beforeAll(async () => {
  const made = await shop.app.db.write((tx) =>
    setUpOrganisation(tx, {
      organisation: { name: '康乐大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
      store: { code: 'S01', name: '一店' },
      owner: { name: '王老板', email: 'owner@shop.cn' },
    }),
  )
  store = made.storeId
  other = (await ask('POST /v1/units', { kind: 'store', code: 'S02', name: '二店' })).id
})

const act = (n: number, many = 1) =>
  shop.app.db.write(async (tx) => {
    for (let at = 0; at < many; at++)
      await writeTrail(tx, system('test'), { kind: 'test', storeId: store, body: { n: n + at } })
  })
/** Seals all there is; a transaction of a neighbouring test may hold the horizon back for a moment. */
const sealAll = async () => {
  for (let tried = 0; tried < 100; tried++) {
    await seal(shop.app.db)
    const { chains } = await verify(shop.app.db, null)
    if (chains.every((chain) => chain.unsealed === 0)) return
    await new Promise((later) => setTimeout(later, 50))
  }
  throw new Error('it is never sealed')
}
const trail = async () => (await verify(shop.app.db, null)).chains.find((one) => one.chain === 'kernel.trail')!
const idOf = async (n: number) =>
  String((await shop.sql(`select id from kernel.trail where body->>'n' = $1`, [String(n)]))[0]!['id'])

it('seals what was committed, once by however many sealers, and verifies', async () => {
  await act(1)
  await sealAll()
  await act(2, 30)
  await Promise.all([0, 1, 2, 3].map(() => seal(shop.app.db)))
  await sealAll()
  const found = await trail()
  const [{ count }] = (await shop.sql('select count(*)::int as count from kernel.trail')) as [{ count: number }]
  expect(found).toMatchObject({ rows: count, unsealed: 0, faultCount: 0 })
  expect(found.seals).toBeGreaterThan(1)
  expect((await verify(shop.app.db, null)).chains.map((one) => one.chain)).toEqual([
    'backups.certificate',
    'kernel.trail',
    'ledger.transfer',
  ])
})

it('names a row that was edited, deleted or put in, each in its seal, and nothing else', async () => {
  await act(100)
  await sealAll()
  const [edited, deleted] = [await idOf(5), await idOf(7)]
  const before = (
    await shop.sql(`select jsonb_agg(to_jsonb(t)) as it from kernel.trail t where id in ($1, $2)`, [edited, deleted])
  )[0]!['it']
  await shop.sql(`update kernel.trail set body = jsonb_set(body, '{n}', '6000') where id = $1`, [edited])
  await shop.sql('delete from kernel.trail where id = $1', [deleted])
  await shop.sql(`insert into kernel.trail (id, xid, kind, caller, outcome, acted_at)
    select uuidv7(), xid, 'forged', 'nobody', 'done', acted_at from kernel.trail where body->>'n' = '100'`)
  const forged = String((await shop.sql(`select id from kernel.trail where kind = 'forged'`))[0]!['id'])
  const found = await trail()
  expect(found.faults.map(({ fault, id }) => `${fault} ${id}`).sort()).toEqual(
    [`deleted ${deleted}`, `edited ${edited}`, `inserted ${forged}`].sort(),
  )
  for (const { sealedAt } of found.faults) expect(sealedAt).toMatch(/^20/)
  const asked = await ask('GET /v1/audit/verify?days=1')
  expect(asked).toMatchObject({ status: 200, faults: 3, lastNight: null })

  await shop.sql(`delete from kernel.trail where id in ($1, $2)`, [edited, forged])
  await shop.sql(`insert into kernel.trail select * from jsonb_populate_recordset(null::kernel.trail, $1)`, [
    JSON.stringify(before),
  ])
  expect(await trail()).toMatchObject({ faultCount: 0 })
})

it('notices a seal that was made anew or taken out, also with the rows made to fit', async () => {
  await act(200)
  await sealAll()
  await act(201)
  await sealAll()
  const numberOf = async (n: number) =>
    Number(
      (
        await shop.sql(
          `select number from audit.seal, kernel.trail t where chain = 'kernel.trail' and body->>'n' = $1
      and t.xid >= from_xid and t.xid < until_xid`,
          [String(n)],
        )
      )[0]!['number'],
    )
  const number = await numberOf(200)
  const keep = (
    await shop.sql(`select to_jsonb(s) as it from audit.seal s where chain = 'kernel.trail' and number = $1`, [number])
  )[0]!['it']
  await shop.sql(
    `update audit.seal set listing = set_byte(listing, 20, get_byte(listing, 20) # 1) where chain = 'kernel.trail' and number = $1`,
    [number],
  )
  expect((await trail()).faults).toMatchObject([{ fault: 'seal_forged', seal: number }])
  await shop.sql(`delete from audit.seal where chain = 'kernel.trail' and number = $1`, [number])
  const gone = (await trail()).faults.map((one) => one.fault)
  expect(gone).toContain('seal_missing')
  expect(gone).toContain('seal_forged')
  await shop.sql(`insert into audit.seal select * from jsonb_populate_record(null::audit.seal, $1)`, [
    JSON.stringify(keep),
  ])
  expect(await trail()).toMatchObject({ faultCount: 0 })
})

it('does not let the application edit a seal', async () => {
  for (const what of [`update audit.seal set count = count`, 'delete from audit.seal', 'delete from kernel.trail']) {
    await expect(shop.app.db.write((tx) => tx.run({ name: what, text: what, values: [] }))).rejects.toThrow(
      /permission denied/,
    )
  }
})

it('keeps what the night found, and shouts about faults', async () => {
  const said: string[] = []
  const log = {
    info: (_: object, what: string) => said.push(what),
    warn: () => {},
    error: (_: object, what: string) => said.push(what),
  }
  await verifyNightly(shop.app.db, log)
  expect(said).toEqual(['every seal holds', 'every seal holds', 'every seal holds'])
  const id = await idOf(3)
  await shop.sql(`update kernel.trail set outcome = 'x' where id = $1`, [id])
  await verifyNightly(shop.app.db, log)
  expect(said[4]).toBe('what was sealed is not what is there')
  expect((await ask('GET /v1/audit/verify'))['lastNight']).toMatchObject({ faults: 1 })
  await shop.sql(`update kernel.trail set outcome = 'done' where id = $1`, [id])
})

it('shows the trail by kind, place, person and day, page by page, within the scope', async () => {
  const first = await ask('GET /v1/audit?kind=test&limit=10')
  expect(first.items).toHaveLength(10)
  const next = await ask(`GET /v1/audit?kind=test&limit=10&cursor=${first.next}`)
  expect(next.items[0].id < first.items[9].id).toBe(true)
  expect((await ask(`GET /v1/audit?subjectId=${other}`)).items).toMatchObject([
    { kind: 'makeUnit', storeId: other, outcome: 'done' },
  ])
  const cashier = callerWith(['members.read'], [other])
  expect(await ask('POST /v1/units', { kind: 'store', code: 'S9', name: 'x' }, { as: cashier })).toMatchObject({
    status: 403,
  })
  expect((await ask(`GET /v1/audit?callerId=${cashier.id}&outcome=refused`)).items).toMatchObject([
    { kind: 'makeUnit', outcome: 'kernel.forbidden' },
  ])
  const today = Temporal.Now.plainDateISO('Asia/Shanghai')
  expect((await ask(`GET /v1/audit?fromOn=${today}&untilOn=${today}&limit=5`)).items).toHaveLength(5)
  expect((await ask(`GET /v1/audit?untilOn=${today.subtract({ days: 1 })}`)).items).toEqual([])

  const auditor = callerWith(['audit.read'], [other])
  const seen = (await ask('GET /v1/audit', undefined, { as: auditor })).items
  expect(new Set(seen.map((one: { storeId: string }) => one.storeId))).toEqual(new Set([other]))
  expect(await ask(`GET /v1/audit?storeId=${store}`, undefined, { as: auditor })).toMatchObject({
    code: 'kernel.out_of_scope',
  })
  expect(await ask('GET /v1/audit', undefined, { as: cashier })).toMatchObject({ code: 'kernel.forbidden' })
})
