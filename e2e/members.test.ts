import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, type House, openHouse } from './harness.ts'
import { employ, join } from './shelves.ts'

let house: House

beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house?.close())

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
/** The button that a drawer is ended with. */
const main = (page: Page) => page.locator('.ck-drawer-buttons button').last()
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true })

let known: string | undefined

/** The member of the journeys after the first, which begins with nobody. */
async function memberId(): Promise<string> {
  known ??= (await join(house, { name: '赵丽华', phone: '13900139000' })).memberId
  return known
}

test('an empty archive teaches the first step; the first member is taken in and found again, no phone in any address', async () => {
  const page = await house.page()
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  page.on('framenavigated', () => addresses.push(page.url()))
  await page.goto('/members')
  await page.getByText('还没有会员').waitFor()
  await page.getByRole('link', { name: '导入' }).last().waitFor()
  await page.locator('.ck-empty').getByRole('button', { name: '登记会员' }).click()
  await main(page).click()
  await page.getByText('至少填写姓名或手机号').waitFor()
  const drawer = page.locator('.ant-drawer')
  await drawer.getByLabel('姓名').fill('王小明')
  await drawer.getByLabel('手机号').fill('13800138000')
  await main(page).click()
  await page.getByRole('heading', { level: 1, name: '王小明' }).waitFor()
  expect(await faultsOf(page)).toEqual([])

  await page.getByRole('link', { name: '会员', exact: true }).last().click()
  for (const typed of ['8000', 'wxm', '13800138000']) {
    await page.getByLabel('手机号、姓名、拼音、卡号', { exact: true }).fill(typed)
    await page.getByRole('link', { name: /王/ }).waitFor()
  }
  await page.getByText('138****8000').waitFor()

  await button(page, '登记会员').click()
  await drawer.getByLabel('手机号').fill('138 0013 8000')
  await main(page).click()
  await drawer.getByText('已经属于另一位会员').waitFor()
  expect(addresses.filter((address) => /13800138000|wxm|%E7%8E%8B/.test(address))).toEqual([])
  await page.context().close()
})

test('points are adjusted after a look at what they will be, and the statement says by whom and why', async () => {
  const id = await memberId()
  const page = await house.page()
  await page.goto(`/members/${id}`)
  const adjust = async (way: string, count: string, reason: string) => {
    await page.getByRole('button', { name: /更多操作/ }).click()
    await page.getByRole('button', { name: '调整积分' }).click()
    await page.getByText(way, { exact: true }).click()
    await page.getByRole('spinbutton').fill(count)
    await page.getByLabel('理由').fill(reason)
    await button(page, '先看结果').click()
  }
  await adjust('增加', '200', '补发活动积分')
  await page.locator('.ck-preview .ck-after', { hasText: '200' }).waitFor()
  await button(page, '确认调整').click()
  await page.getByText('积分已调整').waitFor()
  await page.getByRole('link', { name: '查看流水' }).click()
  await page.getByText('补发活动积分 · 李店长').waitFor()
  await page.getByText('积分 +200').waitFor()

  await adjust('扣减', '500', '误积更正')
  await page.getByText('扣减超过现有积分').waitFor()
  await button(page, '确认调整').click()
  await page.getByText('积分不足，还差 300 分').waitFor()
  await page.context().close()
})

test('a top-up is shown before it is done and stands as a lot of its own', async () => {
  const id = await memberId()
  const page = await house.page()
  await page.goto(`/members/${id}`)
  await button(page, '充值').click()
  await page.getByLabel('充值金额').fill('300')
  await button(page, '先看结果').click()
  await page.locator('.ck-preview').getByText('+¥300.00').waitFor()
  await main(page).click()
  await page.getByText(/已充值 ¥300.00/).waitFor()
  await page.getByRole('link', { name: '查看余额' }).click()
  const lot = page.getByRole('region', { name: '充值' }).getByRole('row').nth(1)
  await lot.getByText('¥300.00').first().waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})

test('a phone is shown for a reason, and the change log keeps who looked and why', async () => {
  const id = await memberId()
  const page = await house.page()
  await page.goto(`/members/${id}`)
  await page.getByText('139****9000').waitFor()
  await button(page, '显示完整手机号').click()
  await page.getByRole('dialog').getByLabel('理由').fill('会员来电核对')
  await button(page, '显示').click()
  await page.getByText('13900139000').waitFor()
  await tab(page, '变更记录').click()
  await page.getByText('查看完整资料').waitFor()
  await page.getByText('手机号 · 理由：会员来电核对 · 李店长').waitFor()
  await page.context().close()
})

test('a cashier is not offered what a cashier may not do', async () => {
  const id = await memberId()
  const page = await house.page({ as: await employ(house, 'cashier', '小陈') })
  await page.goto(`/members/${id}`)
  await page.getByText('139****9000').waitFor()
  await button(page, '充值').waitFor()
  expect(await button(page, '显示完整手机号').count()).toBe(0)
  expect(await tab(page, '变更记录').count()).toBe(0)
  await page.getByRole('button', { name: /更多操作/ }).click()
  await page.getByRole('button', { name: '修改标签' }).waitFor()
  expect(await page.getByRole('button', { name: '调整积分' }).count()).toBe(0)
  await page.context().close()
})

test('an edit meanwhile is not written over', async () => {
  const id = await memberId()
  const page = await house.page()
  await page.goto(`/members/${id}`)
  await button(page, '编辑资料').click()
  await page.getByLabel('备注').fill('喜欢电话提醒')
  const { version } = (await house.ask(`GET /v1/members/${id}`)) as unknown as { version: number }
  await house.ask(`PATCH /v1/members/${id}`, { version, remark: '每月五日取药' })
  await main(page).click()
  await page.getByText('刚才有人修改了这份会员资料').waitFor()
  await page.context().close()
})

test('everything is there in English too', async () => {
  const id = await memberId()
  const page = await house.page({ language: 'en', theme: 'dark' })
  await page.goto(`/members/${id}`)
  for (const name of ['Value', 'Statement', 'Purchases', 'Cards', 'Tiers', 'Change log']) {
    await tab(page, name).click()
    await page.waitForLoadState('networkidle')
    expect(await faultsOf(page), name).toEqual([])
    const panel = (await page.getByRole('tabpanel').last().textContent()) ?? ''
    // What people wrote stays as they wrote it.
    const own = panel.replace(/补发活动积分|会员来电核对|每月五日取药|人民路店|李店长/g, '')
    expect(own.match(/\p{Script=Han}+/u)?.[0], name).toBeUndefined()
  }
  await page.context().close()
})
