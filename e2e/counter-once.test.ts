import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, type House, type Login, openHouse } from './harness.ts'
import { goods } from './shelves.ts'
import { atCounter, focused, openCounter, paperOf, purchasesOf, scan } from './till.ts'

let house: House
let cashier: Login

beforeAll(async () => {
  house = await openHouse()
  const people = await openCounter(house)
  cashier = people.cashier
})
afterAll(() => house.close())

test('a second Enter, a lost answer and a reload sell once', async () => {
  const page = await atCounter(house, { as: cashier })
  const before = (await purchasesOf(house, '13900138000')).length
  await scan(page, '13900138000')
  await scan(page, goods.cold.barcode)
  await page.keyboard.press('F4')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByText('收款完成').waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('收款完成').waitFor()
  expect((await purchasesOf(house, '13900138000')).length).toBe(before + 1)

  // The server records the sale, and its answer never arrives.
  let lost = 0
  await page.route('**/v1/purchases', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.fallback()
    lost += 1
    await route.fetch()
    // As long as nobody knows, the counter says that it waits; sent again it may be answered within a frame.
    await page.getByText('正在等待这一笔的结果').waitFor()
    await route.abort('connectionreset')
  })
  await scan(page, '13900138000')
  await scan(page, `2*${goods.cream.barcode}`)
  await page.getByText('将得 256 积分').waitFor()
  await page.keyboard.press('F2')
  await page.keyboard.press('Enter')
  await page.getByText('收款完成').waitFor({ timeout: 15_000 })
  expect(lost).toBe(1)
  expect((await purchasesOf(house, '13900138000')).length).toBe(before + 2)
})

test('a reload keeps the basket and nothing personal; a sale whose answer was lost is settled by showing the member again', async () => {
  const page = await atCounter(house, { as: cashier })
  const before = (await purchasesOf(house, '13900138000')).length
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
  expect((await purchasesOf(house, '13900138000')).length).toBe(before + 1)
})

test('without a connection the basket stays, scans wait, and all goes on by itself', async () => {
  const page = await atCounter(house, { as: cashier })
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
  const page = await atCounter(house, { as: cashier })
  await scan(page, '13900138000')
  await scan(page, goods.cream.barcode)
  await page.getByText('将得 128 积分').waitFor()
  await page.keyboard.press('F8')
  // Only what was promised before the charter changes can have moved: the quote with its tender must be there.
  await expect.poll(() => page.locator('.ck-counter [data-stale]').count()).toBe(0)
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

const topUpsOf = async (memberId: string) =>
  ((await house.ask(`GET /v1/members/${memberId}/topups`)) as unknown as { items: { principal: number }[] }).items

test('a top-up whose answer was lost is not booked twice, though its drawer was closed meanwhile; then its slip is printed', async () => {
  const { hits } = (await house.ask('POST /v1/members/search', { phone: '13700138000' })) as unknown as {
    hits: { memberId: string }[]
  }
  const memberId = hits[0]?.memberId ?? ''
  const before = (await topUpsOf(memberId)).length
  const page = await atCounter(house, { as: cashier })
  const printed = await paperOf(page)
  await scan(page, '13700138000')
  await page.getByRole('heading', { name: '周*' }).waitFor()
  let lost = 0
  await page.route('**/topups', async (route) => {
    if (lost > 0) return route.fallback()
    lost += 1
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.keyboard.press('Alt+t')
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await expect.poll(() => lost).toBe(1)
  await page.locator('.ant-drawer .ck-alert').first().waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('counter-scan')
  await page.keyboard.press('Alt+t')
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.getByText(/已充值 ¥100.00/).waitFor()
  expect((await topUpsOf(memberId)).length).toBe(before + 1)
  await page.keyboard.press('Alt+p')
  await expect.poll(printed).toMatch(/储值凭证[\s\S]*会员：周\*[\s\S]*充值后余额/)
})

test('a scanned receipt opens for its return, and two clicks give back once', async () => {
  const body = {
    storeId: house.storeId,
    member: { phone: '13900138000' },
    lines: [{ sku: 'GRAM', name: '枸杞', quantity: 200, unitPrice: 12.34 }],
  }
  const sale = (await house.ask('POST /v1/purchases', body, { key: 'by the gram' })) as unknown as { receipt: string }
  const before = (await purchasesOf(house, '13900138000')).length
  const page = await atCounter(house, { as: cashier })
  const printed = await paperOf(page)
  await scan(page, sale.receipt)
  await page.getByText('单价 ¥0.1234').waitFor()
  await expect
    .poll(async () => {
      await page.keyboard.press('Alt+p')
      return printed()
    })
    .toMatch(/200 × ¥0\.1234[\s\S]*<svg[^>]*ck-scan-code/)
  await page.keyboard.press('Alt+r')
  await page.keyboard.type('50')
  await page.getByRole('button', { name: '确认退货 ¥6.17' }).dblclick()
  await page.getByText('退货完成').waitFor()
  const all = await purchasesOf(house, '13900138000')
  expect(all.length).toBe(before + 1)
  expect(all[0]).toMatchObject({ kind: 'return', total: 617 })
})
