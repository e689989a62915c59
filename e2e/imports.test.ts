import { writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, type House, openHouse } from './harness.ts'

let house: House
/** A file as an old system gives it: its own words for the columns, a phone too short, a day that is none, one row twice. */
const file = path.join(os.tmpdir(), `old-members-${process.pid}.csv`)
const rows = [
  '卡号,会员姓名,手机,出生年月,来源渠道',
  'M001,王小明,13800138000,1988-03-05,门店',
  'M002,李秀英,1380013,1975-06-12,门店',
  'M003,张建国,13700137000,1990-02-30,活动',
  'M004,赵丽华,13600136000,,推荐',
  'M001,王小明,13800138000,1988-03-05,门店',
]

beforeAll(async () => {
  writeFileSync(file, rows.join('\n'))
  house = await openHouse()
})
afterAll(() => house?.close())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const main = (page: Page) => page.locator('.ck-drawer-buttons button').last()
const figure = (page: Page, label: string) => page.locator('.ck-figure', { hasText: label }).locator('.ck-figure-value')
const members = async () => (await house.ask('GET /v1/members')) as unknown as { items: { name: string }[] }

async function upload(page: Page, name: string): Promise<void> {
  await page.goto('/imports')
  await page.getByRole('button', { name: '导入文件' }).first().click()
  await page.setInputFiles('input[type=file]', name)
  await main(page).click()
}

test('a file is matched, checked, taken in without its bad rows, and taken back whole', async () => {
  const page = await house.page()
  await page.goto('/imports')
  await page.getByText('还没有导入').waitFor()
  await upload(page, file)
  await page.waitForURL(/imports\/[0-9a-f-]{36}/)
  // Four columns were guessed by their names; the first one is told.
  await page.getByText('手机号', { exact: true }).first().waitFor()
  const number = page.getByRole('combobox', { name: '卡号 导入为' })
  await number.click()
  await page.locator('.ant-select-dropdown:visible').getByText('会员号', { exact: true }).click()
  expect(await faultsOf(page)).toEqual([])
  await button(page, '检查').click()
  await page.getByText('还没有导入任何内容').waitFor()
  expect(await figure(page, '可以导入').textContent()).toBe('2')
  expect(await figure(page, '有问题').textContent()).toBe('3')
  await page.getByText('手机号不对').waitFor()
  await page.getByText('日历里没有这一天').waitFor()
  expect((await members()).items).toEqual([])
  expect(await faultsOf(page)).toEqual([])

  // What was checked stands on the server: a reload loses nothing.
  await page.reload()
  await button(page, '开始导入').click()
  await page.getByText('导入会员 2 行。').waitFor()
  await main(page).click()
  await page.getByText('导入完成').waitFor()
  expect((await members()).items.map(({ name }) => name).sort()).toEqual(['王小明', '赵丽华'].sort())
  const [list] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载问题清单' }).click(),
  ])
  expect(list.suggestedFilename()).toMatch(/\.csv$/)

  await button(page, '撤销导入').click()
  await button(page, '先看结果').click()
  await page.getByText('收回会员 2 条。').waitFor()
  await main(page).click()
  await page.getByText('已收回 2 条。').waitFor()
  expect((await members()).items).toEqual([])
  await page.context().close()
})

test('a file that is no table is refused in a sentence', async () => {
  const picture = path.join(os.tmpdir(), `picture-${process.pid}.csv`)
  writeFileSync(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 1, 2, 3]))
  const page = await house.page()
  await upload(page, picture)
  const alert = page.locator('.ant-drawer').getByRole('alert').first()
  await alert.waitFor()
  expect(await alert.textContent()).toMatch(/\p{Script=Han}{4}/u)
  expect(await alert.textContent()).not.toContain('imports.')
  await page.context().close()
})

test('the report reads in English', async () => {
  const page = await house.page({ language: 'en', theme: 'dark' })
  await page.goto('/imports')
  await page.getByRole('link', { name: path.basename(file) }).click()
  await page.getByText('Undone').first().waitFor()
  await page.getByText('2 records were taken back.').waitFor()
  expect(await figure(page, 'With problems').textContent()).toBe('3')
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})
