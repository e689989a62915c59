import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, type House, openHouse } from './harness.ts'
import { type Walk, walkPage } from './walk.ts'

let house: House
let addresses: string[] = []

beforeAll(async () => {
  house = await openHouse({ demo: true })
  const { items } = (await house.ask('GET /v1/purchases?limit=50')) as unknown as {
    items: { id: string; memberId: string | null }[]
  }
  const known = items.find(({ memberId }) => memberId !== null)!
  const products = (await house.ask('GET /v1/products?limit=1')) as unknown as { items: { productId: string }[] }
  const product = products.items[0]!
  const first = async (route: string) =>
    ((await house.ask(route)) as unknown as { items: { id: string }[] }).items[0]!.id
  const [person, post] = [await first('GET /v1/people?limit=1'), await first('GET /v1/posts')]
  addresses = [
    '/today',
    '/counter',
    '/members',
    `/members/${known.memberId}`,
    ...['value', 'statement', 'purchases', 'cards', 'tiers', 'changes'].map(
      (tab) => `/members/${known.memberId}?tab=${tab}`,
    ),
    '/purchases',
    `/purchases/${known.id}`,
    '/shifts',
    '/catalog',
    `/catalog/${product.productId}`,
    '/imports',
    '/charter',
    '/profile',
    '/settings/organisation',
    '/settings/people',
    `/settings/people/${person}`,
    `/settings/people/${person}?tab=posts`,
    '/settings/posts',
    `/settings/posts/${post}`,
    '/settings/roles',
    '/settings/stores',
    '/settings/keys',
    '/settings/backups',
    '/settings/audit',
  ]
}, 180_000)
afterAll(() => house?.close())

test.each([
  ['zh', 'light'],
  ['en', 'dark'],
] as const)(
  'every page is without faults for axe-core, shows no raw code and no fault: %s, %s',
  async (language, theme) => {
    const page = await house.page({ language, theme })
    const broken: string[] = []
    page.on('pageerror', (error) => broken.push(error.message))
    for (const address of addresses) {
      await page.goto(address)
      await page.waitForLoadState('networkidle')
      // It stands there before it has its words; only then the page is there.
      await expect
        .poll(() => page.locator('main h1').allTextContents(), { message: `${address} has its heading` })
        .toEqual([expect.stringMatching(/\S/)])
      const faults = await faultsOf(page)
      expect(faults, address).toEqual([])
      const text = await page.locator('main').textContent()
      expect(text, address).not.toMatch(
        /\b(undefined|NaN|null)\b|\b(kernel|org|members|purchases|imports)\.[a-z]+_[a-z]+/,
      )
    }
    expect(broken).toEqual([])
    await page.context().close()
  },
  180_000,
)

/** Every drawer and dialog that the walk opens by its button; a new one belongs in here. The counter's have journeys of their own. */
const drawers = [
  '/catalog › 添加商品',
  '/catalog/… › 编辑',
  '/imports › 导入文件',
  '/members › 导出',
  '/members › 登记会员',
  '/members/… › 修改',
  '/members/… › 充值',
  '/members/… › 显示完整手机号',
  '/members/… › 更多操作 › 修改标签',
  '/members/… › 更多操作 › 注销会员',
  '/members/… › 更多操作 › 调整积分',
  '/members/… › 编辑资料',
  '/members/…?tab=cards › 作废',
  '/members/…?tab=cards › 发卡',
  '/profile › 修改密码',
  '/profile › 开启两步验证',
  '/purchases/… › 退货',
  '/settings/audit › 查看',
  '/settings/audit › 核对封印',
  '/settings/keys › 新建密钥',
  '/settings/organisation › 修改',
  '/settings/organisation › 添加下级组织',
  '/settings/organisation › 移动',
  '/settings/people › 添加员工',
  '/settings/people/… › 修改',
  '/settings/people/… › 办理离职',
  '/settings/people/… › 授予角色',
  '/settings/people/… › 移除',
  '/settings/people/… › 邀请链接',
  '/settings/posts › 新建岗位',
  '/settings/posts/… › 任命员工',
  '/settings/posts/… › 修改',
  '/settings/posts/… › 停用岗位',
  '/settings/posts/… › 结束任职',
  '/settings/roles › 修改',
  '/settings/roles › 新建角色',
  '/settings/roles › 查看',
  '/settings/stores › 修改',
  '/settings/stores › 修改 › 停用这家门店',
  '/settings/stores › 收银台',
  '/settings/stores › 收银台 › 修改',
  '/settings/stores › 收银台 › 新增收银台',
  '/settings/stores › 新建门店',
]

test('by keyboard alone every page and every drawer is reached, walked through and left, and axe-core finds nothing in either theme', async () => {
  const page = await house.page({ theme: 'system' })
  const walk: Walk = { opened: new Set(), parts: new Set(), faults: [] }
  const tried = new Map<string, Set<string>>()
  for (const address of addresses.filter((one) => one !== '/counter')) {
    await page.goto(address)
    await page.waitForLoadState('networkidle')
    await expect.poll(() => page.locator('main h1').textContent()).toMatch(/\S/)
    const path = address.split('?')[0]!
    if (!tried.has(path)) tried.set(path, new Set())
    await walkPage(page, address, walk, tried.get(path)!)
  }
  expect(walk.faults).toEqual([])
  expect([...walk.opened].sort()).toEqual(drawers)
  await page.context().close()
}, 300_000)

/** Pages that other journeys look at, for they must be led up to. */
const elsewhere = ['/imports/$importId', '/shifts/$shiftId', '/sign-in', '/welcome', '/setup']

test('no page is forgotten', () => {
  const rooms = path.resolve(import.meta.dirname, '../console/src/features')
  const pages = readdirSync(rooms).flatMap((room) => [
    ...readFileSync(path.join(rooms, room, 'pages.ts'), 'utf8').matchAll(/path: '([^']+)'/g),
  ])
  const shapes = addresses.map((address) => address.split('?')[0]!.replace(/[0-9a-f-]{36}/, '$'))
  const known = new Set([...shapes, ...elsewhere.map((one) => one.replace(/\$\w+/, '$'))])
  expect(pages.map(([, one]) => one!).filter((one) => !known.has(one.replace(/\$\w+/, '$')))).toEqual([])
})

test('a stranger sees the sign-in and nothing else', async () => {
  const page = await house.page({ as: null })
  for (const address of ['/members', '/settings/keys']) {
    await page.goto(address)
    await page.waitForURL(/sign-in/)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await faultsOf(page), address).toEqual([])
  }
  await page.context().close()
})
