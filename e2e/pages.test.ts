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
  addresses = [
    '/today',
    '/counter',
    '/members',
    `/members/${known.memberId}`,
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
    '/settings/roles',
    '/settings/stores',
    '/settings/keys',
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
      await expect.poll(() => page.locator('main h1').count(), { message: `${address} has its heading` }).toBe(1)
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
