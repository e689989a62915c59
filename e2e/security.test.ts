import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from './harness.ts'

let house: House
let memberId = ''
const phone = '13912349876'
const secrets = [
  phone,
  '139 1234 9876',
  '欧阳测试',
  'ouyang@example.com',
  '110101199003070134',
  'owner@example.com',
  'correct horse',
]

beforeAll(async () => {
  house = await openHouse()
  const made = (await house.ask(
    'POST /v1/members',
    {
      ...{ name: '欧阳测试', phone, email: 'ouyang@example.com', homeStore: house.storeId },
    },
    { key: 'security 1' },
  )) as { memberId?: string }
  memberId = String(made.memberId)
  expect(memberId).toMatch(/^[0-9a-f-]{36}$/)
}, 180_000)
afterAll(() => house?.close())

test('shows every page without a word against the content security policy, and asks nobody else for anything', async () => {
  const page = await house.page()
  const against: string[] = []
  const abroad: string[] = []
  page.on('console', (said) => {
    if (/content security policy|refused to/i.test(said.text())) against.push(`${page.url()}: ${said.text()}`)
  })
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== house.url) abroad.push(request.url())
  })
  await page.addInitScript(() => {
    const seen = window as unknown as { against: string[] }
    seen.against = []
    document.addEventListener('securitypolicyviolation', (one) => {
      seen.against.push(`${one.violatedDirective} ${one.blockedURI} ${one.sourceFile ?? ''}:${one.lineNumber}`)
    })
  })
  const addresses = [
    '/today',
    '/counter',
    '/members',
    `/members/${memberId}`,
    '/purchases',
    '/catalog',
    '/imports',
    '/charter',
    '/profile',
    '/settings/people',
    '/settings/roles',
    '/docs/api',
  ]
  for (const address of addresses) {
    const answer = await page.goto(address)
    const policy = answer?.headers()['content-security-policy'] ?? ''
    expect(policy, address).toMatch(/style-src 'self' 'nonce-/)
    expect(policy, address).not.toContain('unsafe')
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.waitForLoadState('networkidle')
    against.push(
      ...(await page.evaluate(() => (window as unknown as { against: string[] }).against)).map(
        (one) => `${address}: ${one}`,
      ),
    )
  }
  // Styles that antd makes are drawn: without the nonce a button would look as a browser draws it.
  await page.goto('/members')
  const button = page.locator('.ant-btn').first()
  await button.waitFor()
  expect(await button.evaluate((it) => getComputedStyle(it).borderRadius)).not.toBe('0px')
  expect(against).toEqual([])
  expect(abroad).toEqual([])
  // … and what somebody slipped into the page is neither drawn nor run.
  const slipped = await page.evaluate(async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<style>body{outline:7px solid red}</style><img src="x" onerror="window.ran=1">',
    )
    await new Promise((later) => setTimeout(later, 300))
    return [getComputedStyle(document.body).outlineWidth, (window as unknown as { ran?: number }).ran ?? 0]
  })
  expect(slipped[0]).not.toBe('7px')
  expect(slipped[1]).toBe(0)
  await page.context().close()
})

test('keeps nothing personal in the browser, neither while somebody works nor after they have left', async () => {
  const page = await house.page({ as: null })
  await page.goto('/sign-in')
  const password = page.locator('input[type=password]')
  await page.locator('input').first().fill(house.owner.login)
  // Pasting works: people keep passwords in stores of their own.
  await password.evaluate((it: HTMLInputElement) => it.focus())
  await page.keyboard.insertText(house.owner.password)
  await password.press('Enter')
  await page.getByRole('link', { name: '收银台' }).first().waitFor()
  const kept = () =>
    page.evaluate(async () => {
      const all = (store: Storage) => Object.entries({ ...store }).map(([name, value]) => `${name}=${value}`)
      const bases = await indexedDB.databases()
      return [
        ...all(localStorage),
        ...all(sessionStorage),
        document.cookie,
        ...bases.map(({ name }) => `base ${name}`),
        ...(await caches.keys()),
      ].join('\n')
    })
  const clean = async (when: string) => {
    const text = await kept()
    for (const secret of secrets) {
      expect(text, when).not.toContain(secret)
      expect(decodeURIComponent(page.url()), when).not.toContain(secret)
    }
    expect(text, when).not.toMatch(/changke_session|^base /m)
  }
  await page.goto(`/members/${memberId}`)
  await page.getByText('欧阳测试').first().waitFor()
  await clean('with a member open')
  await page.goto('/members')
  await page.waitForLoadState('networkidle')
  const search = page.getByRole('searchbox').or(page.getByRole('textbox')).first()
  await search.fill(phone)
  await search.press('Enter')
  await page.waitForLoadState('networkidle')
  await clean('after a search by phone')
  await page.goto('/counter')
  await page.waitForLoadState('networkidle')
  await clean('at the counter')
  await page.evaluate(() => fetch('/v1/session', { method: 'DELETE' }))
  await page.goto('/members')
  await page.waitForURL(/sign-in/)
  await clean('after leaving')
  expect(await page.getByText('欧阳测试').count()).toBe(0)
  await page.context().close()
})
