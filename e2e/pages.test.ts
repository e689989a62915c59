import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, type House, openHouse } from './harness.ts'

let house: House
let addresses: string[] = []

beforeAll(async () => {
  house = await openHouse({ demo: true })
  const { items } = (await house.ask('GET /v1/purchases?limit=50')) as unknown as {
    items: { id: string; memberId: string | null }[]
  }
  const known = items.find(({ memberId }) => memberId !== null)!
  const products = (await house.ask('GET /v1/products?limit=1')) as unknown as { items: { productId: string }[] }
  const product = products.items[0]!
  const first = async (route: string) =>
    ((await house.ask(route)) as unknown as { items: { id: string }[] }).items[0]!.id
  const [person, post] = [await first('GET /v1/people?limit=1'), await first('GET /v1/posts')]
  addresses = [
    '/today',
    '/counter',
    '/members',
    `/members/${known.memberId}`,
    ...['value', 'statement', 'purchases', 'cards', 'tiers', 'changes'].map(
      (tab) => `/members/${known.memberId}?tab=${tab}`,
    ),
    '/purchases',
    `/purchases/${known.id}`,
    '/shifts',
    '/catalog',
    `/catalog/${product.productId}`,
    '/imports',
    '/charter',
    '/profile',
    '/settings/organisation',
    '/settings/people',
    `/settings/people/${person}`,
    `/settings/people/${person}?tab=posts`,
    '/settings/posts',
    `/settings/posts/${post}`,
    '/settings/roles',
    '/settings/stores',
    '/settings/keys',
    '/settings/backups',
    '/settings/audit',
  ]
}, 180_000)
afterAll(() => house?.close())

test.each([
  ['zh', 'light'],
  ['en', 'dark'],
] as const)(
  'every page is without faults for axe-core, shows no raw code and no fault: %s, %s',
  async (language, theme) => {
    const page = await house.page({ language, theme })
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    for (const address of addresses) {
      await page.goto(address)
      await page.waitForLoadState('networkidle')
      // It stands there before it has its words; only then the page is there.
      await expect
        .poll(() => page.locator('main h1').allTextContents(), { message: `${address} has its heading` })
        .toEqual([expect.stringMatching(/\S/)])
      const faults = await faultsOf(page)
      expect(faults, address).toEqual([])
      const text = await page.locator('main').textContent()
      expect(text, address).not.toMatch(
        /\b(undefined|NaN|null)\b|\b(kernel|org|members|purchases|imports)\.[a-z]+_[a-z]+/,
      )
    }
    expect(broken).toEqual([])
    await page.context().close()
  },
  180_000,
)

/** Pages that other journeys look at, for they must be led up to. */
const elsewhere = ['/imports/$importId', '/shifts/$shiftId', '/sign-in', '/welcome', '/setup']

test('no page is forgotten', () => {
  const rooms = path.resolve(import.meta.dirname, '../console/src/features')
  const pages = readdirSync(rooms).flatMap((room) => [
    ...readFileSync(path.join(rooms, room, 'pages.ts'), 'utf8').matchAll(/path: '([^']+)'/g),
  ])
  const shapes = addresses.map((address) => address.split('?')[0]!.replace(/[0-9a-f-]{36}/, '$'))
  const known = new Set([...shapes, ...elsewhere.map((one) => one.replace(/\$\w+/, '$'))])
  expect(pages.map(([, one]) => one!).filter((one) => !known.has(one.replace(/\$\w+/, '$')))).toEqual([])
})

test('a stranger sees the sign-in and nothing else', async () => {
  const page = await house.page({ as: null })
  for (const address of ['/members', '/settings/keys']) {
    await page.goto(address)
    await page.waitForURL(/sign-in/)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await faultsOf(page), address).toEqual([])
  }
  await page.context().close()
})
