import type { Page } from 'playwright-core'
import type { House, Login, PageOptions } from './harness.ts'
import { employ, fillShelves, join, sell } from './shelves.ts'

/** What the counter's journeys begin with: goods on the shelves, three members, a cashier here and one in another store. */
export async function openCounter(house: House): Promise<{ cashier: Login; stranger: Login }> {
  await fillShelves(house)
  await join(house, { name: '王小明', phone: '13800138000' })
  await join(house, { name: '赵六', phone: '13900138000' })
  await join(house, { name: '周舟', phone: '13700138000' })
  await sell(house, '13800138000', 485_000, 'nearly silver')
  await sell(house, '13700138000', 600_000, 'silver')
  const other = (await house.ask('POST /v1/units', { kind: 'store', code: 'B01', name: '解放路店' })) as unknown as {
    id: string
  }
  for (const code of ['1', '2']) await house.ask('POST /v1/tills', { storeId: other.id, code })
  return {
    cashier: await employ(house, 'cashier', '小陈'),
    stranger: await employ(house, 'cashier', '小林', other.id),
  }
}

/** A page at the counter, ready to scan. */
export async function atCounter(house: House, options: PageOptions): Promise<Page> {
  const page = await house.page(options)
  await page.goto('/counter')
  await page.getByRole('combobox').waitFor()
  return page
}

/** A scanner types a code and presses its own Enter. */
export async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

/** Keys that the cashier presses, counted. */
export function keysOf(page: Page) {
  const keys = {
    count: 0,
    press: (key: string) => {
      keys.count += 1
      return page.keyboard.press(key)
    },
  }
  return keys
}

/** The id of what has the focus. */
export const focused = (page: Page) => page.evaluate(() => document.activeElement?.id)

/** The number on the receipt on screen. */
export const receiptOf = async (page: Page) =>
  (await page.locator('.ck-receipt-sheet header .ck-code').textContent()) ?? ''

type Head = { kind: string; total: number; receipt: string }

/** What a member bought and gave back, newest first. */
export async function purchasesOf(house: House, phone: string): Promise<Head[]> {
  const found = (await house.ask('POST /v1/members/search', { phone })) as unknown as { hits: { memberId: string }[] }
  const list = await house.ask(`GET /v1/purchases?memberId=${found.hits[0]?.memberId}&limit=200`)
  return (list as unknown as { items: Head[] }).items
}

/** Catches what goes to the printer; answers what was printed last. */
export async function paperOf(page: Page): Promise<() => Promise<string>> {
  await page.evaluate(() => {
    window.print = () =>
      document.body.setAttribute('data-printed', document.querySelector('.ck-print')?.innerHTML ?? '')
  })
  return () => page.evaluate(() => document.body.getAttribute('data-printed') ?? '')
}
