import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, type House, type Login, openHouse } from './harness.ts'
import { employ, goods, join, sell } from './shelves.ts'
import { atCounter, focused, keysOf, openCounter, purchasesOf, receiptOf, scan } from './till.ts'

let house: House
let cashier: Login
/** A cashier of another store. */
let stranger: Login

beforeAll(async () => {
  house = await openHouse()
  const people = await openCounter(house)
  cashier = people.cashier
  stranger = people.stranger
})
afterAll(() => house.close())

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
  await page.getByRole('button', { name: '确认退货 ¥128.00' }).click()
  await page.getByText('退货完成').waitFor()
  expect(await page.locator('.ck-receipt').textContent()).toContain('退货后等级为普通会员')
  const [back] = await purchasesOf(house, '13800138000')
  expect(back).toMatchObject({ kind: 'return', total: 12_800 })

  await page.waitForTimeout(800)
  await keys.press('Enter')
  await scan(page, receipt)
  await page.getByText('已退 1').waitFor()
})

test('a return of what earned points that are spent says the debt before, and records it', async () => {
  const phone = '13500138000'
  await join(house, { name: '吴欠', phone })
  await sell(house, phone, 12_800, 'earns 128')
  const body = {
    storeId: house.storeId,
    member: { phone },
    lines: [{ sku: goods.cold.sku, name: goods.cold.name, amount: 2580 }],
    tenders: [
      { kind: 'points', amount: 100 },
      { kind: 'cash', amount: 2480 },
    ],
  }
  expect(await house.ask('POST /v1/purchases', body, { key: 'spends 100' })).toMatchObject({ points: { balance: 52 } })
  const page = await atCounter(house, { as: cashier })
  const [, sale] = await purchasesOf(house, phone)
  await page.keyboard.press('Alt+r')
  await page.keyboard.type(sale?.receipt ?? '')
  await page.keyboard.press('Enter')
  await page.getByText('会员的积分只够扣回 52 分，76 分将记为欠分').waitFor()
  await page.getByRole('button', { name: '确认退货 ¥128.00' }).click()
  await page.getByText('其中 76 分记为欠分').waitFor()
})

test('a cashier gives nothing back without its receipt', async () => {
  const page = await atCounter(house, { as: cashier })
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

test('a store manager takes something back without its receipt, for a reason', async () => {
  const manager = await employ(house, 'store_manager', '周店长')
  const page = await atCounter(house, { as: manager })
  await scan(page, '13900138000')
  await scan(page, goods.cold.barcode)
  await page.getByText('将得 25 积分').waitFor()
  await page.keyboard.press('Alt+r')
  await page.getByText('无小票').click()
  await page.getByRole('status', { name: '将会发生' }).getByText('-25').first().waitFor()
  expect(await page.getByRole('button', { name: '确认退货 ¥25.80' }).isDisabled()).toBe(true)
  await expect.poll(() => focused(page)).toBe('unlinked-reason')
  await page.keyboard.type('小票丢失')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('button', { name: '确认退货 ¥25.80' }).click()
  await page.getByRole('heading', { name: '无单退货凭证' }).waitFor()
  expect((await purchasesOf(house, '13900138000'))[0]).toMatchObject({ kind: 'unlinked', total: 2580 })
})

test('everything in English: a member by the last four digits, points and stored value, a new member', async () => {
  const page = await atCounter(house, { as: cashier, language: 'en', theme: 'dark' })
  await scan(page, '8000')
  await page.getByRole('option').nth(1).waitFor()
  expect(await faultsOf(page)).toEqual([])
  const option = page.getByRole('option', { name: /137\*\*\*\*8000/ })
  while ((await option.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '周*' }).waitFor()

  await page.keyboard.press('Alt+t')
  // A cashier types at once: nothing is lost while the drawer opens.
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

  await scan(page, '13612345678')
  await page.getByText('Nobody has this phone ending in 5678.').waitFor()
  await page.keyboard.press('Alt+n')
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
  await page.getByText('本店没有手机尾号为 8000 的会员').waitFor()
  await page.keyboard.press('Escape')
  await scan(page, '13800138000')
  await page.getByText('外店会员').waitFor()
  await scan(page, goods.cold.barcode)
  await page.keyboard.press('F2')
  await page.keyboard.press('Enter')
  await page.getByText('收款完成').waitFor()
  expect((await purchasesOf(house, '13800138000'))[0]).toMatchObject({ kind: 'sale', total: 2580 })
  await page.reload()
  await page.getByText('1 号收银台').waitFor()
})

test('a shift from the float to the cash counted; the basket is edited by keyboard alone', async () => {
  const page = await atCounter(house, { as: cashier })
  await page.keyboard.press('Alt+s')
  await page.getByLabel('备用金').waitFor()
  await expect.poll(() => focused(page)).toBe('amount')
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
  await expect.poll(() => focused(page)).toBe('amount')
  await page.keyboard.type('300')
  await page.keyboard.press('Enter')
  await page.getByText('-¥5.80').waitFor()
  expect(await faultsOf(page)).toEqual([])
})
