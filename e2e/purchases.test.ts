import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, type House, openHouse } from './harness.ts'
import { fillShelves, goods, join } from './shelves.ts'

let house: House
let memberId: string
let sale: { id: string; receipt: string }

beforeAll(async () => {
  house = await openHouse()
  await fillShelves(house)
  memberId = (await join(house, { name: '王小明', phone: '13800138000' })).memberId
  const line = (product: { sku: string; listPrice: number }, quantity: number) => ({
    sku: product.sku,
    quantity,
    unitPrice: product.listPrice,
  })
  const body = {
    storeId: house.storeId,
    tillId: house.tillId,
    member: { id: memberId },
    lines: [line(goods.vitamin, 3), line(goods.prescribed, 1)],
  }
  sale = (await house.ask('POST /v1/purchases', body, { key: 'the sale' })) as unknown as typeof sale
})
afterAll(() => house?.close())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const row = (page: Page, text: string) => page.locator('.ck-rules tr', { hasText: text })

test('each point is explained to its line and its rule, and a line that earned nothing says why', async () => {
  const page = await house.page()
  await page.goto('/purchases')
  await page
    .getByRole('row', { name: new RegExp(sale.receipt) })
    .getByRole('link')
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: sale.receipt }).waitFor()
  await page.getByRole('columnheader', { name: '每消费满 1 元积 1 分' }).waitFor()
  // 3 × 49.90 are 149 whole yuan: all of them from one rule, none from the prescription.
  expect(await row(page, goods.vitamin.name).locator('td').allTextContents()).toEqual(['149', '149', '149', '149'])
  expect(await row(page, goods.prescribed.name).textContent()).toContain('处方药不积分。')
  expect(await row(page, goods.prescribed.name).locator('td').allTextContents()).toEqual(['–', '0', '–', '0'])
  await page.getByText('这些积分的最后有效日是').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})

test('a return says what will go back before it does, mirrors its line, and both receipts know each other', async () => {
  const page = await house.page()
  await page.goto(`/purchases/${sale.id}`)
  await button(page, '退货').click()
  await button(page, '先看结果').click()
  await page.getByText('请至少填写一行的退货数量').waitFor()
  await page.getByLabel(new RegExp(goods.vitamin.name)).fill('1')
  await page.getByLabel('退货理由').fill('包装破损')
  await button(page, '先看结果').click()
  const preview = page.locator('.ck-preview')
  await preview.getByText('¥49.90').first().waitFor()
  expect(await preview.textContent()).toContain('收回积分-49')
  expect(await faultsOf(page)).toEqual([])
  await page.locator('.ck-drawer-buttons button').last().click()
  await page.getByText('已退货').waitFor()
  await page.getByText('部分退货').waitFor()
  await page.getByRole('link', { name: '查看退货' }).click()
  await page.getByText('理由：包装破损').waitFor()
  await page.getByRole('link', { name: sale.receipt }).waitFor()
  const { items } = (await house.ask(`GET /v1/purchases?memberId=${memberId}&kind=return`)) as unknown as {
    items: { total: number; points: { earned: number } }[]
  }
  expect(items).toMatchObject([{ total: 4990, points: { earned: 49 } }])
  await page.goto(`/members/${memberId}?tab=statement`)
  await page.getByText('积分 -49').waitFor()
  await page.context().close()
})

test('Ctrl K finds a receipt by the number that is printed on it', async () => {
  const page = await house.page()
  await page.goto('/charter')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill(sale.receipt.replaceAll('-', ''))
  await page.getByRole('option', { name: new RegExp(sale.receipt) }).waitFor()
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(sale.id))
  await page.context().close()
})

test('a figure of today opens the rows that it was counted from, and one that failed is never 0', async () => {
  const page = await house.page()
  await page.goto('/today')
  const sales = page.locator('.ck-figure', { hasText: '销售笔数' })
  await sales.getByRole('link', { name: '1', exact: true }).click()
  await page.waitForURL(/purchases\?.*kind=sale/)
  await page.getByText(sale.receipt).waitFor()
  expect(await page.locator('tbody tr').count()).toBe(1)
  await page.route('**/v1/today', (route) => route.fulfill({ status: 500, body: '{}' }))
  await page.goto('/today')
  await sales.getByText('未能读取').waitFor()
  expect(await page.locator('.ck-figure-value').allTextContents()).not.toContain('0')
  await page.context().close()
})

test('a shift that came out short is found, says its sums by tender, and opens its purchases', async () => {
  const shift = (await house.ask(`POST /v1/tills/${house.tillId}/shifts`, { opening: 20_000 })) as unknown as {
    id: string
  }
  const body = { storeId: house.storeId, tillId: house.tillId, lines: [{ sku: 'X', amount: 5_000 }] }
  await house.ask('POST /v1/purchases', body, { key: 'in the shift' })
  await house.ask(`POST /v1/shifts/${shift.id}/close`, { counted: 24_000 })
  const page = await house.page()
  await page.goto('/shifts?state=uneven')
  await page
    .getByRole('row', { name: /-¥10.00/ })
    .getByRole('link')
    .click()
  await page.getByRole('heading', { level: 1, name: '人民路店 · 1 号收银台' }).waitFor()
  const rows = await page.locator('.ck-table tbody td').allTextContents()
  expect(rows).toEqual(['现金', '1', '¥50.00', '¥0.00', '¥50.00'])
  expect(await page.locator('.ck-shift-cash').textContent()).toContain('应有现金¥250.00实点现金¥240.00长短款-¥10.00')
  expect(await faultsOf(page)).toEqual([])
  await page.getByRole('link', { name: '本班次的消费' }).click()
  await page.getByText('散客').waitFor()
  expect(await page.locator('tbody tr').count()).toBe(1)
  await page.context().close()
})

test('the explanation speaks English', async () => {
  const page = await house.page({ language: 'en', theme: 'dark' })
  await page.goto(`/purchases/${sale.id}`)
  await page.getByRole('columnheader', { name: '1 point for each whole yuan' }).waitFor()
  await page.getByText('Prescription medicine earns nothing.').waitFor()
  await page.getByText('Partly returned').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})
