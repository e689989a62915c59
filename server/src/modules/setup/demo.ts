import type { Caller } from '#kernel/caller.ts'
import { system } from '#kernel/caller.ts'
import { dayIn } from '#kernel/clock.ts'
import type { Db, Tx } from '#kernel/db.ts'
import type { Pulse } from '#kernel/jobs.ts'
import { IssueCard, issueCards, listCardTypes } from '#modules/cards/index.ts'
import { putProducts } from '#modules/catalog/index.ts'
import { createMembers, findIdentities, lunarBirthday, NewMember, readPhone } from '#modules/members/index.ts'
import {
  appoint,
  findStoreByCode,
  makePerson,
  makePost,
  makeUnit,
  readOrganisation,
  readRoleByCode,
} from '#modules/org/index.ts'
import type { Asking } from '#modules/purchases/index.ts'
import { addTill, record, topUpMember } from '#modules/purchases/index.ts'
import type { Character, Sale } from '#seed/demo/story.ts'
import { characterOf, memberCount, salesOf, skuOf, weeks } from '#seed/demo/story.ts'
import { staff as cast, stores as places, shelves } from '#seed/demo/words.ts'
import { takeFileIn, workShifts } from './last-day.ts'
import type { Demo } from './store.ts'
import * as store from './store.ts'

/** How the demo's first store is called, unless somebody calls it otherwise. */
export const demoStore = places[0]!.name

/** Sets the demo's stage in a house that was just set up: more stores, tills, people. The year itself is told week by week afterwards. */
export async function stageDemo(tx: Tx, firstStore: string, firstTill: string): Promise<void> {
  const house = system('demo')
  const { zone } = await readOrganisation(tx)
  const stores = [firstStore]
  const tills: string[][] = [[firstTill]]
  for (const { code, name } of places.slice(1)) {
    const taken = (await findStoreByCode(tx, code)) !== undefined
    const unit = await makeUnit(tx, { kind: 'store', code: taken ? `${code}-2` : code, name }, house)
    stores.push(unit.id)
    tills.push([(await addTill(tx, { storeId: unit.id, code: '1', name: '' })).id])
  }
  for (const [at, storeId] of stores.entries())
    tills[at]!.push((await addTill(tx, { storeId, code: '2', name: '' })).id)
  const posts = []
  for (const unitId of stores) posts.push(await postsOf(tx, unitId, house))
  const staff: Demo['staff'] = stores.map(() => [])
  for (const [n, { store: at, role, name }] of cast.entries()) {
    const grants = [{ roleId: (await readRoleByCode(tx, role)).id, unitId: stores[at]! }]
    const { id } = await makePerson(tx, { name, email: `demo-${n + 1}@changke.example`, grants }, house)
    await appoint(tx, { id: posts[at]![role], personId: id, fromOn: dayBefore(dayIn(zone, tx.now), 400) }, house)
    staff[at]!.push({ id, name })
  }
  await store.insertDemo(tx, { today: dayIn(zone, tx.now), stores, tills, staff, weeks })
}

/** A store's posts, by the role that their holders play. */
async function postsOf(tx: Tx, unitId: string, house: Caller): Promise<Record<(typeof cast)[number]['role'], string>> {
  const { id: leader } = await makePost(
    tx,
    { title: '店长', unitId, track: 'M', grade: 'M2', headcount: 1, leads: 2 },
    house,
  )
  const cashiers = { title: '收银员', unitId, superiorId: leader, track: 'S', grade: 'S1', headcount: 2, leads: 0 }
  return { store_manager: leader, cashier: (await makePost(tx, cashiers, house)).id }
}

/** Goes on with the demo by one step; answers whether more is to come. Every step is one transaction and one worker's at a time. */
export async function continueDemo(db: Db): Promise<boolean> {
  return db.write(async (tx) => {
    const demo = await store.lockDemo(tx)
    if (!demo) return false
    const week = demo.weeksDone + 1
    if (week === 0) await fillShelves(tx, demo)
    else if (week <= demo.weeks) await tellWeek(tx, demo, week)
    if (week === demo.weeks) {
      await topUps(tx, demo)
      await workShifts(tx, demo)
    }
    const isDone = week > demo.weeks
    if (isDone) await takeFileIn(db)
    await store.advance(tx, Math.min(week, demo.weeks), isDone)
    return !isDone
  })
}

/** The worker's part: one week every moment until the year is told. */
export const tellingDemo: Pulse = { name: 'setup.demo', everyMs: 2_000, run: continueDemo }

const characters = (): Character[] => Array.from({ length: memberCount }, (_, n) => characterOf(n))
const dayBefore = (today: string, days: number): string =>
  new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10)

async function fillShelves(tx: Tx, demo: Demo): Promise<void> {
  await putProducts(
    tx,
    shelves.flatMap(({ category, labels, prescription, goods }, shelf) =>
      goods.map(([name, nameEn, listPrice], good) => ({
        sku: skuOf(shelf, good),
        name,
        nameEn,
        category,
        labels,
        prescription,
        listPrice,
        unit: '盒',
        barcodes: [skuOf(shelf, good)],
      })),
    ),
  )
  const outcomes = await createMembers(
    tx,
    characters().map((one, n) =>
      NewMember.parse({
        name: one.name,
        // Some archives are incomplete, as archives are.
        gender: n % 9 === 4 ? null : one.gender,
        phone: one.phone,
        homeStore: demo.stores[one.store],
        joinedOn: dayBefore(demo.today, one.joined),
        channel: 'store',
        birthday: birthdayOf(one, n),
        tags: [...(one.rate > 40 ? ['重点会员'] : []), ...(one.birthday.year < 1960 ? ['长者'] : [])],
        consents: [{ channel: 'sms', given: one.phone.charCodeAt(10) % 5 !== 0, source: '入会申请表' }],
      }),
    ),
  )
  const ids = outcomes.map((outcome) => {
    if ('refusal' in outcome) throw outcome.refusal
    return outcome.ok.memberId
  })
  const [type] = await listCardTypes(tx)
  const cards = ids
    .filter((_, n) => n % 3 !== 0)
    .map((memberId) => IssueCard.parse({ memberId, typeId: type!.typeId, medium: 'virtual' }))
  for (const outcome of await issueCards(tx, cards)) if ('refusal' in outcome) throw outcome.refusal
}

const birthdayOf = ({ birthday }: Character, n: number) =>
  n % 7 === 3 ? null : birthday.calendar === 'solar' ? birthday : lunarBirthday(dayOf(birthday))

const dayOf = ({ year, month, day }: Character['birthday']) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** One week of sales, the oldest first, told like a till tells them. The last week ends today, as far as today has come. */
async function tellWeek(tx: Tx, demo: Demo, week: number): Promise<void> {
  const { zone } = await readOrganisation(tx)
  const people = characters()
  const last = (demo.weeks - week) * 7
  for (let ago = last + 6; ago >= last; ago--) {
    const day = Temporal.PlainDate.from(dayBefore(demo.today, ago))
    const moment = (minute: number) =>
      day
        .toZonedDateTime({ timeZone: zone, plainTime: { hour: Math.floor(minute / 60), minute: minute % 60 } })
        .toInstant()
        .toString()
    const sales = salesOf(ago, people).filter((sale) => moment(sale.minute) <= tx.now)
    const outcomes = await record(
      tx,
      sales.map((sale) => askingOf(demo, sale, moment(sale.minute))),
    )
    const returns = sales.flatMap((sale, at): Asking[] => {
      const outcome = outcomes[at]!
      if (!('ok' in outcome)) throw outcome.refusal
      const later = moment(Math.min(sale.minute + 20, 22 * 60))
      if (!sale.returned || later > tx.now) return []
      const { id, lines } = outcome.ok
      return [
        {
          command: {
            kind: 'return',
            input: {
              id,
              storeId: demo.stores[sale.store]!,
              occurredAt: later,
              lines: [{ line: 1, quantity: lines[0]!.quantity }],
              reason: '顾客退货',
            },
          },
          who: sellerOf(demo, sale),
          reference: `${sale.reference}-back`,
        },
      ]
    })
    for (const outcome of await record(tx, returns)) if ('refusal' in outcome) throw outcome.refusal
  }
}

function sellerOf(demo: Demo, { store: at, till }: Sale): Caller {
  const people = demo.staff[at]!
  const { id, name } = people[till % people.length]!
  return { ...system(name), personId: id }
}

function askingOf(demo: Demo, sale: Sale, occurredAt: string): Asking {
  const total = sale.lines.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0)
  return {
    command: {
      kind: 'sale',
      input: {
        storeId: demo.stores[sale.store]!,
        tillId: demo.tills[sale.store]![sale.till]!,
        member: sale.phone ? { phone: sale.phone } : null,
        occurredAt,
        lines: sale.lines,
        tenders: [{ kind: sale.tender, amount: total }],
      },
    },
    who: sellerOf(demo, sale),
    reference: sale.reference,
  }
}

const phoneOf = (text: string): string => {
  const read = readPhone(text)
  if (!('phone' in read)) throw new Error(`${text} is not a phone`)
  return read.phone
}

/** Money that members have on their cards, taken in today. */
async function topUps(tx: Tx, demo: Demo): Promise<void> {
  const rich = characters().filter((one) => one.rate > 40 && one.left === 0)
  const ids = await findIdentities(
    tx,
    'phone',
    rich.map((one) => phoneOf(one.phone)),
  )
  for (const [n, one] of rich.entries()) {
    const seller = { ...system('demo'), personId: demo.staff[one.store]![0]!.id }
    const input = {
      id: ids.get(phoneOf(one.phone))!,
      storeId: demo.stores[one.store]!,
      tillId: demo.tills[one.store]![0]!,
      amount: n % 2 === 0 ? 50_000 : 100_000,
      tender: 'wechat' as const,
      note: '',
    }
    await topUpMember(tx, input, seller, `demo-top-up-${n}`)
  }
}
