import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, type House, openHouse } from './harness.ts'
import { join } from './shelves.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
  for (const [name, phone, tag] of [
    ['王小明', '13800138001', 'vip'],
    ['李秀英', '13800138002', 'vip'],
    ['张建国', '13800138003', 'new'],
  ] as const) {
    const { memberId } = await join(house, { name, phone })
    await house.ask(`POST /v1/members/${memberId}/tags`, { add: [tag] })
  }
})
afterAll(() => house?.close())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** The button that a drawer is ended with. */
const main = (page: Page) => page.locator('.ck-drawer-buttons button').last()

/** What a page tells the server from now on: method and path. */
function toldBy(page: Page): string[] {
  const told: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') told.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  return told
}

test('a view is kept under a name and follows the person into another browser', async () => {
  const page = await house.page()
  await page.goto('/members?tags=vip')
  await page.getByText('共 2 条').waitFor()
  await button(page, '视图').click()
  await page.getByLabel('视图名称').fill('贵宾')
  await page.keyboard.press('Enter')
  await page.getByText('视图“贵宾”已保存').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()

  const other = await house.page({ language: 'en' })
  await other.goto('/members')
  await other.getByText('3 in total').waitFor()
  await button(other, 'Views').click()
  await other.getByRole('button', { name: '贵宾', exact: true }).click()
  await other.getByText('2 in total').waitFor()
  expect(other.url()).toContain('tags=vip')
  await button(other, 'Views').click()
  await other.getByRole('button', { name: 'Remove the view “贵宾”' }).click()
  await other.getByText('No views yet', { exact: false }).waitFor()
  await other.context().close()
})

test('selected members are tagged together, once, after a look at what will happen; the result says how many', async () => {
  const page = await house.page()
  const told = toldBy(page)
  await page.goto('/members?tags=vip')
  await page.getByText('共 2 条').waitFor()
  await page.getByLabel('选择本页全部').check()
  await button(page, '打标签').click()
  await page.getByLabel('加上标签').fill('生日月')
  await page.keyboard.press('Enter')
  await main(page).click()
  await page.getByText('2 位会员加上：生日月').waitFor()
  expect(await faultsOf(page)).toEqual([])
  await main(page).dblclick()
  await page.getByText('2 项已完成').waitFor()
  expect(told.filter((one) => one === 'POST /v1/members/tags')).toHaveLength(1)
  await page.locator('dialog').getByRole('button', { name: '关闭' }).click()
  await expect.poll(() => page.locator('td .ant-tag', { hasText: '生日月' }).count()).toBe(2)
  await page.context().close()
})

test('an export holds the rows of the list, masked unless somebody may see them whole and says why', async () => {
  const page = await house.page()
  await page.goto('/members?tags=new')
  await page.getByText('共 1 条').waitFor()
  const take = async (whole: boolean) => {
    await button(page, '导出').first().click()
    await page.getByRole('radio', { name: 'CSV' }).check()
    await page.getByLabel('导出理由').fill('邮寄生日礼品')
    if (whole) await page.getByRole('checkbox', { name: /显示完整/ }).check()
    const [file] = await Promise.all([page.waitForEvent('download'), main(page).click()])
    return readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n')
  }
  expect((await take(false)).slice(1)).toEqual([expect.stringContaining('张建国,138****8003')])
  await page.locator('.ant-drawer').waitFor({ state: 'hidden' })
  expect((await take(true)).slice(1)).toEqual([expect.stringContaining('13800138003')])
  const { items } = (await house.ask('GET /v1/audit?kind=exportList')) as unknown as { items: { body: object }[] }
  expect(items.map(({ body }) => body)).toMatchObject([
    { reveal: true, reason: '邮寄生日礼品' },
    { reveal: false, filters: ['tags'] },
  ])
  await page.context().close()
})

test('a post is made, somebody is appointed once for a double click, and the appointment ends on a day', async () => {
  const page = await house.page()
  const told = toldBy(page)
  await page.goto('/settings/posts')
  await page.getByText('还没有岗位').waitFor()
  await page.locator('.ck-empty').getByRole('button', { name: '新建岗位' }).click()
  await page.getByLabel('岗位名称').fill('店长')
  await page.locator('.ant-drawer').getByLabel('组织单元').click()
  await page.locator('.ant-select-dropdown:visible').getByText('人民路店').click()
  await main(page).dblclick()
  await page.getByRole('heading', { level: 1, name: '店长' }).waitFor()
  expect(told.filter((one) => one === 'POST /v1/posts')).toHaveLength(1)
  await button(page, '任命员工').click()
  await page.locator('.ant-drawer').getByLabel('员工').click()
  await page.locator('.ant-select-dropdown:visible').getByText('李店长').click()
  await main(page).click()
  await page.getByText(/李店长自 .+ 起担任人民路店的店长。/).waitFor()
  await main(page).dblclick()
  await page.getByText('已任命').waitFor()
  expect(told.filter((one) => one.endsWith('/appointments'))).toHaveLength(1)
  await button(page, '结束任职：李店长').click()
  await main(page).click()
  await page.getByText(/李店长担任店长到 .+ 为止（含当天）。/).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await main(page).click()
  await page.getByText('任职已结束').waitFor()
  await expect.poll(() => button(page, '结束任职：李店长').count()).toBe(0)
  await page.context().close()
})
