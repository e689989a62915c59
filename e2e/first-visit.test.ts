import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, type House, openHouse } from './harness.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ fresh: true })
})
afterAll(() => house?.close())

const fill = (page: Page, id: string, text: string) => page.locator(`#${id}`).fill(text)

test('the first visit asks four things by keyboard, refuses a weak password in a sentence, and opens the shop', async () => {
  const page = await house.page({ as: null, language: 'zh' })
  await page.goto('/')
  await page.waitForURL(/setup/)
  await page.getByRole('heading', { level: 1, name: '首次使用' }).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await fill(page, 'name', '康泰大药房')
  await page.keyboard.press('Enter')
  await fill(page, 'storeName', '人民路店')
  await fill(page, 'storeCode', 'S1')
  await fill(page, 'tillCode', '1')
  await page.keyboard.press('Enter')
  await fill(page, 'ownerName', '店东')
  await fill(page, 'login', 'owner@example.com')
  await page.locator('input[type=password]').first().fill('owner@example.com')
  await page.keyboard.press('Enter')
  await page.getByText('演示门店').first().waitFor()
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').first().textContent()).not.toMatch(/org\.|undefined/)
  await page.getByRole('button', { name: '上一步' }).click()
  await page.locator('input[type=password]').first().fill('correct horse battery')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '开始使用' }).click()
  await page.getByRole('link', { name: '收银台' }).first().waitFor()
  await page.goto('/setup')
  await page.waitForURL((url) => !url.pathname.startsWith('/setup'))
  await page.context().close()
})

test('after it the owner signs in, in English too, and a wrong password is refused', async () => {
  const page = await house.page({ as: null, language: 'en' })
  await page.goto('/')
  await page.getByRole('heading', { level: 1 }).waitFor()
  const [login, password] = [page.locator('input').nth(0), page.locator('input[type=password]')]
  await login.fill('owner@example.com')
  await password.fill('something else entirely')
  await password.press('Enter')
  await page.getByRole('alert').waitFor()
  await password.fill('correct horse battery')
  await password.press('Enter')
  // From here on the pages speak the owner's own language.
  await page.getByRole('link', { name: '收银台' }).first().waitFor()
  await page.context().close()
})
