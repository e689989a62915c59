// Takes the pictures of the guide and the README from the demo shop: `node e2e/pictures.ts`, in both languages.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { type House, openHouse } from './harness.ts'

const folder = path.resolve(import.meta.dirname, '../docs/pictures')

const settled = async (page: Page) => {
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(600)
}

async function scan(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await settled(page)
}

/** A member of the demo with a high tier, and the newest sale to them. */
async function someone(house: House): Promise<{ memberId: string; purchaseId: string }> {
  const { items } = (await house.ask('GET /v1/purchases?limit=200')) as unknown as {
    items: { id: string; memberId: string | null; total: number; kind: string }[]
  }
  const best = items.filter(({ memberId, kind }) => memberId && kind === 'sale').sort((a, b) => b.total - a.total)[0]!
  return { memberId: best.memberId!, purchaseId: best.id }
}

async function take(house: House, language: 'zh' | 'en'): Promise<void> {
  const page = await house.page({ language })
  const shoot = (name: string) => page.screenshot({ path: path.join(folder, `${name}.${language}.png`) })
  const { memberId, purchaseId } = await someone(house)
  for (const [name, address] of [
    ['today', '/today'],
    ['members', '/members'],
    ['member', `/members/${memberId}`],
    ['purchase', `/purchases/${purchaseId}`],
    ['charter', '/charter'],
    ['imports', '/imports'],
  ] as const) {
    await page.goto(address)
    await settled(page)
    await shoot(name)
  }
  await page.goto('/counter')
  await settled(page)
  // The first store, then its first till.
  for (let n = 0; n < 2 && (await page.locator('main button').first().isVisible()); n++) {
    await page.keyboard.press('Enter')
    await settled(page)
  }
  await scan(page, '1007')
  if (await page.getByRole('option').first().isVisible()) {
    await page.keyboard.press('Enter')
    await settled(page)
  }
  for (const code of ['692010000000', '692010300002', '692010500000']) await scan(page, code)
  await shoot('counter')
  await page.keyboard.press('F2')
  await settled(page)
  await page.keyboard.press('Enter')
  await settled(page)
  await shoot('receipt')
  await page.context().close()
}

mkdirSync(folder, { recursive: true })
const house = await openHouse({ demo: true })
try {
  for (const language of ['zh', 'en'] as const) await take(house, language)
} finally {
  await house.close()
}
