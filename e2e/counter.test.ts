import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, type House, type Login, openHouse } from './harness.ts'
import { employ, fillShelves, goods, join, sell } from './shelves.ts'

let house: House
let cashier: Login
/** A cashier of another store. */
let stranger: Login

beforeAll(async () => {
  house = await openHouse()
  await fillShelves(house)
  await join(house, { name: '王小明', phone: '13800138000' })
  await join(house, { name: '赵六', phone: '13900138000' })
  await join(house, { name: '周舟', phone: '13700138000' })
  await sell(house, '13800138000', 485_000, 'nearly silver')
  await sell(house, '13700138000', 600_000, 'silver')
  cashier = await employ(house, 'cashier', '小陈')
  const other = (await house.ask('POST /v1/units', { kind: 'store', code: 'B01', name: '解放路店' })) as unknown as {
    id: string
  }
  for (const code of ['1', '2']) await house.ask('POST /v1/tills', { storeId: other.id, code })
  stranger = await employ(house, 'cashier', '小林', other.id)
})
afterAll(() => house.close())

/** A scanner types a code and presses its own Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

/** Keys that the cashier presses, counted. */
function keysOf(page: Page) {
  const keys = {
    count: 0,
    press: (key: string) => {
      keys.count += 1
      return page.keyboard.press(key)
    },
  }
  return keys
}

async function atCounter(options: Parameters<House['page']>[0] = {}): Promise<Page> {
  const page = await house.page({ as: cashier, ...options })
  await page.goto('/counter')
  await page.getByRole('combobox').waitFor()
  return page
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)
const receiptOf = async (page: Page) => (await page.locator('.ck-receipt-sheet header .ck-code').textContent()) ?? ''

async function purchasesOf(phone: string): Promise<{ kind: string; total: number; receipt: string }[]> {
  const found = (await house.ask('POST /v1/members/search', { phone })) as unknown as { hits: { memberId: string }[] }
  const list = await house.ask(`GET /v1/purchases?memberId=${found.hits[0]?.memberId}&limit=200`)
  return (list as unknown as { items: { kind: string; total: number; receipt: string }[] }).items
}

test('signs in, sells three things to a member with two keys, explains the receipt, takes one thing back', async () => {
  const page = await house.page({ as: null })
  await page.goto('/counter')
  await page.getByLabel('邮箱或手机号').fill(cashier.login)
  await page.locator('#password').fill(cashier.password)
  await page.keyboard.press('Enter')
  await page.getByRole('combobox').waitFor()
  expect(await faultsOf(page)).toEqual([])

  const keys = keysOf(page)
  await scan(page, '13800138000')
  for (const { barcode } of [goods.cold, goods.vitamin, goods.cream]) await scan(page, barcode)
  await page.getByText('付款后升为银级会员').waitFor()
  await keys.press('F2')
  await keys.press('Enter')
  await page.getByText('收款完成').waitFor()
  expect(keys.count).toBeLessThanOrEqual(6)
  expect(await faultsOf(page)).toEqual([])

  const told = await page.locator('.ck-receipt').textContent()
  for (const words of ['¥203.70', '升级为', '银级会员', '每消费满 1 元积 1 分', '5,053', '到期'])
    expect(told).toContain(words)
  const receipt = await receiptOf(page)
  expect(await focused(page)).toBe('counter-scan')

  await keys.press('Alt+r')
  await page.getByLabel('退几件 医用护肤霜').fill('1')
  const preview = page.getByRole('status', { name: '将会发生' })
  await preview.getByText('¥128.00').waitFor()
  // Taking it back undoes the upgrade, and says so before it happens.
  await preview.getByText('退货后等级降为普通会员。').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '确认退 ¥128.00' }).click()
  await page.getByText('退货完成').waitFor()
  expect(await page.locator('.ck-receipt').textContent()).toContain('退货后等级为普通会员')
  const [back] = await purchasesOf('13800138000')
  expect(back).toMatchObject({ kind: 'return', total: 12_800 })

  await page.waitForTimeout(800)
  await keys.press('Enter')
  await scan(page, receipt)
  await page.getByText('已退 1').waitFor()
})

test('a second Enter, a lost answer and a reload sell once', async () => {
  const page = await atCounter()
  const before = (await purchasesOf('13900138000')).length
  await scan(page, '13900138000')
  await scan(page, goods.cold.barcode)
  await page.keyboard.press('F4')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByText('收款完成').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('收款完成').waitFor()
  expect((await purchasesOf('13900138000')).length).toBe(before + 1)

  // The server records the sale, and its answer never arrives.
  let lost = 0
  await page.route('**/v1/purchases', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback()
    lost += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await scan(page, '13900138000')
  await scan(page, `2*${goods.cream.barcode}`)
  await page.getByText('将得 256 积分').waitFor()
  await page.keyboard.press('F2')
  await page.keyboard.press('Enter')
  await page.getByText('正在等待这一笔的结果').waitFor()
  await page.getByText('收款完成').waitFor({ timeout: 15_000 })
  expect(lost).toBe(1)
  expect((await purchasesOf('13900138000')).length).toBe(before + 2)
})

test('a reload keeps the basket and nothing personal; a sale whose answer was lost is settled by showing the member again', async () => {
  const page = await atCounter()
  const before = (await purchasesOf('13900138000')).length
  await scan(page, '13900138000')
  await scan(page, goods.vitamin.barcode)
  await page.getByText('将得 49 积分').waitFor()
  const kept = () => page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
  expect(await kept()).toContain(goods.vitamin.sku)
  expect(await kept()).not.toContain('13900138000')
  await page.reload()
  await page.getByRole('heading', { name: '请会员再出示一次' }).waitFor()
  expect(await page.locator('.ck-basket tbody tr').count()).toBe(1)
  await scan(page, '13900138000')
  await page.getByText('将得 49 积分').waitFor()

  await page.route('**/v1/purchases', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.route('**/healthz', (route) => route.abort())
  await page.keyboard.press('F2')
  await page.keyboard.press('Enter')
  await page.getByText('连不上服务器：购物篮已保留').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.unroute('**/v1/purchases')
  await page.unroute('**/healthz')
  await page.reload()
  await page.getByText('系统会核对，不会重复收款').waitFor()
  await scan(page, '13900138000')
  await page.getByText('收款完成').waitFor()
  expect((await purchasesOf('13900138000')).length).toBe(before + 1)
})

test('without a connection the basket stays, scans wait, and all goes on by itself', async () => {
  const page = await atCounter()
  await scan(page, goods.cold.barcode)
  await page.locator('.ck-basket tbody tr').waitFor()
  await page.context().setOffline(true)
  await scan(page, goods.cream.barcode)
  await scan(page, '3*')
  await page.getByText('2 条扫码在等待').waitFor()
  await page.keyboard.press('F2')
  expect(await page.getByRole('button', { name: /^收款/ }).isDisabled()).toBe(true)
  expect(await faultsOf(page)).toEqual([])
  await page.context().setOffline(false)
  await page.getByText('医用护肤霜 改为 3 件').waitFor({ timeout: 15_000 })
  await page.locator('#tender-cash').press('Enter')
  await page.getByText('收款完成').waitFor()
  expect(await page.locator('.ck-sums').textContent()).toContain('¥409.80')
})

test('a refusal says what has changed, and what to do next', async () => {
  const page = await atCounter()
  await scan(page, '13900138000')
  await scan(page, goods.cream.barcode)
  await page.getByText('将得 128 积分').waitFor()
  await page.keyboard.press('F8')
  await page.waitForTimeout(300)
  const { charter } = (await house.ask('GET /v1/charter')) as unknown as {
    charter: { points: { earn: { args: { units: number } }[] } }
  }
  charter.points.earn[0]!.args.units = 2
  expect((await house.ask('POST /v1/charter/versions', { charter, note: 'double' })).status).toBe(200)
  await page.keyboard.press('Enter')
  await page.getByText('请按新的结果再确认一次').waitFor()
  const moved = page.getByRole('list', { name: '变动' })
  await moved.waitFor()
  expect(await moved.textContent()).toMatch(/128\s+256/)
  expect(await faultsOf(page)).toEqual([])
  await page.locator('#tender-card').focus()
  await page.keyboard.press('Enter')
  await page.getByText('收款完成').waitFor()
  charter.points.earn[0]!.args.units = 1
  await house.ask('POST /v1/charter/versions', { charter, note: '' })
})

test('a cashier gives nothing back without its receipt', async () => {
  const page = await atCounter()
  await page.keyboard.press('Alt+r')
  await page.getByLabel('小票号').waitFor()
  expect(await page.getByText('无小票').count()).toBe(0)
  await page.getByLabel('小票号').fill('0000-0000-0000-0')
  await page.keyboard.press('Enter')
  await page.getByText('找不到这张小票').waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('counter-scan')
  const as = await house.signIn(cashier)
  const body = { storeId: house.storeId, lines: [{ sku: 'X', amount: 100 }], reason: 'lost receipt' }
  expect(await house.ask('POST /v1/returns', body, { as, key: 'unlinked' })).toMatchObject({
    status: 403,
    code: 'kernel.forbidden',
  })
})

test('everything in English: a member by the last four digits, points and stored value, a new member', async () => {
  const page = await atCounter({ language: 'en', theme: 'dark' })
  await scan(page, '8000')
  await page.getByRole('option').nth(1).waitFor()
  expect(await faultsOf(page)).toEqual([])
  const option = page.getByRole('option', { name: /137\*\*\*\*8000/ })
  while ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '周*' }).waitFor()

  await page.keyboard.press('Alt+t')
  await page.waitForTimeout(200)
  await page.keyboard.type('50')
  await page.getByText('Balance after').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText(/Topped up ¥50.00/).waitFor()
  await expect.poll(() => focused(page)).toBe('counter-scan')

  await scan(page, goods.cream.barcode)
  await scan(page, goods.prescribed.barcode)
  await page.getByText(/Earns 128 points/).waitFor()
  for (const key of ['F10', 'F9', 'F2']) await page.keyboard.press(key)
  const amounts = () =>
    page
      .locator('.ck-tender-row input')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
  await expect.poll(amounts).toEqual(['60.00', '50.00', '36.50'])
  await page.getByText(/uses 6,000 points/).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByText('Sold', { exact: true }).waitFor()
  const told = await page.locator('.ck-receipt').textContent()
  for (const words of ['Prescription', 'Points · 6,000 points', 'Stored value', 'Next customer'])
    expect(told).toContain(words)
  expect(told).not.toMatch(/[a-z]+\.[a-zA-Z]+\.[a-z]+|\{\{/)

  await page.waitForTimeout(800)
  await scan(page, '13612345678')
  await page.getByText('Nobody has this phone ending in 5678.').waitFor()
  await page.keyboard.press('Alt+n')
  await page.waitForTimeout(200)
  await page.keyboard.type('Ada Lovelace')
  await page.getByLabel(/Birthday/).fill('1210')
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'A***' }).waitFor()
  await page.getByText('First purchase: welcome').waitFor()
})

test('a member of another store is served by the whole phone; the till is asked for once and remembered', async () => {
  const page = await house.page({ as: stranger })
  await page.goto('/counter')
  await page.getByRole('button', { name: '2 号收银台' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.keyboard.press('Enter')
  await page.getByRole('combobox').waitFor()
  await scan(page, '8000')
  await page.getByText('没有找到“8000”').waitFor()
  await page.keyboard.press('Escape')
  await scan(page, '13800138000')
  await page.getByText('外店会员').waitFor()
  await scan(page, goods.cold.barcode)
  await page.keyboard.press('F2')
  await page.keyboard.press('Enter')
  await page.getByText('收款完成').waitFor()
  expect((await purchasesOf('13800138000'))[0]).toMatchObject({ kind: 'sale', total: 2580 })
  await page.reload()
  await page.getByText('1 号收银台').waitFor()
})

test('a shift from the float to the cash counted; the basket is edited by keyboard alone', async () => {
  const page = await atCounter()
  await page.keyboard.press('Alt+s')
  await page.getByLabel('备用金').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('amount')
  await page.keyboard.type('200')
  // The counter's own keys rest while a drawer is open.
  await page.keyboard.press('F2')
  await page.keyboard.press('Enter')
  await page.getByText(/开班$/).first().waitFor()
  await expect.poll(() => focused(page)).toBe('counter-scan')

  await scan(page, goods.cold.barcode)
  await scan(page, goods.vitamin.barcode)
  await scan(page, goods.cream.barcode)
  await page.getByLabel('医用护肤霜 的数量').waitFor()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('0')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('2')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('40')
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('counter-scan')
  await expect.poll(() => page.locator('.ck-due output').textContent()).toBe('¥105.80')
  expect(await page.locator('.ck-basket tbody tr').count()).toBe(2)
  await page.keyboard.press('F2')
  await page.keyboard.type('200')
  await page.getByText('¥94.20').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('收款完成').waitFor()

  await page.keyboard.press('Alt+s')
  await page.getByLabel('清点现金').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('amount')
  await page.keyboard.type('300')
  await page.keyboard.press('Enter')
  await page.getByText('-¥5.80').waitFor()
  expect(await faultsOf(page)).toEqual([])
})
