import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/**
 * A house of its own for a journey: the real server on a fresh data folder and a free port, set up as the first visit does it, serving the
 * built console, and a real Chromium before it. Nothing is shared between journeys but the build in console/dist.
 *
 *     let house: House
 *     beforeAll(async () => { house = await openHouse() })
 *     afterAll(() => house.close())
 *     test('…', async () => { const page = await house.page({ language: 'zh' }); await page.goto('/counter') })
 */
export interface House {
  url: string
  /** The first store and till. */
  storeId: string
  tillId: string
  owner: Login
  /** Calls the API as somebody who is signed in (the owner, unless said); answers status and body. */
  ask(route: string, body?: unknown, options?: { as?: string; key?: string }): Promise<Answer>
  /** Signs somebody in at the API; the answer goes into `as`. */
  signIn(login: Login): Promise<string>
  /** A page of a browser of its own, signed in (the owner, unless said; `null` is a stranger). */
  page(options?: PageOptions): Promise<Page>
  /** Stops the server the hard way (`SIGKILL`) or politely, and starts it again on the same data and port. */
  stopServer(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  startServer(): Promise<void>
  close(): Promise<void>
}

export interface Login {
  login: string
  password: string
}

export type Answer = { status: number } & Record<string, unknown>

export interface PageOptions {
  as?: Login | null
  language?: 'zh' | 'en'
  theme?: 'light' | 'dark' | 'system'
  width?: number
  height?: number
}

const root = path.resolve(import.meta.dirname, '..')
const cli = path.join(root, 'server/src/cli.ts')

/** Where Chromium is: CHROMIUM_PATH, or where systems put it. */
export const chromiumPath = (): string =>
  process.env['CHROMIUM_PATH'] ??
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file)) ??
  '/usr/bin/chromium'

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/** Opens a house. It takes some seconds: a database is made, tables, a shop with one store, one till and the pharmacy charter, or the demo shop; `fresh` leaves it to
 * the first visit. */
export async function openHouse({ demo = false, fresh = false } = {}): Promise<House> {
  if (!existsSync(path.join(root, 'console/dist/index.html'))) {
    const vite = createRequire(path.join(root, 'console/package.json')).resolve('vite/package.json')
    execFileSync(process.execPath, [path.join(path.dirname(vite), 'bin/vite.js'), 'build'], {
      cwd: path.join(root, 'console'),
    })
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'changke-e2e-'))
  chmodSync(folder, 0o711)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const server = new Server(folder, port)
  await server.start()
  const owner = { login: 'owner@example.com', password: 'correct horse battery' }
  if (!fresh) await setUp(url, owner, demo)
  const signIn = (login: Login) => cookieOf(url, login)
  const cookie = fresh ? '' : await signIn(owner)
  const ask: House['ask'] = (route, body, { as = cookie, key } = {}) => call(url, route, body, as, key)
  const { items = [] } = (fresh ? {} : await ask('GET /v1/tills')) as { items?: { id: string; storeId: string }[] }
  let browser: Browser | undefined
  return {
    url,
    owner,
    storeId: items[0]?.storeId ?? '',
    tillId: items[0]?.id ?? '',
    ask,
    signIn,
    page: async (options = {}) => {
      browser ??= await chromium.launch({ executablePath: chromiumPath(), args: flags })
      return openPage(browser, url, options.as === undefined ? owner : options.as, options)
    },
    stopServer: (signal = 'SIGTERM') => server.stop(signal),
    startServer: () => server.start(),
    close: async () => {
      await browser?.close()
      await server.stop('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const flags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

class Server {
  #child: ChildProcess | undefined
  #said = ''
  readonly folder: string
  readonly port: number
  constructor(folder: string, port: number) {
    this.folder = folder
    this.port = port
  }

  async start(): Promise<void> {
    const env = {
      ...process.env,
      CHANGKE_DATA: path.join(this.folder, 'data'),
      PORT: String(this.port),
      LOG_LEVEL: 'warn',
    }
    const child = spawn(process.execPath, [cli, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    this.#child = child
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (this.#said += text))
    for (let tries = 0; tries < 600; tries++) {
      if (child.exitCode !== null) throw new Error(`the server ended by itself:\n${this.#said}`)
      const ready = await fetch(`http://127.0.0.1:${this.port}/readyz`).then(
        ({ status }) => status === 200,
        () => false,
      )
      if (ready) return
      await wait(100)
    }
    throw new Error(`the server did not begin within a minute:\n${this.#said}`)
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
    const child = this.#child
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await gone
  }
}

async function setUp(url: string, owner: Login, demo: boolean): Promise<void> {
  const answer = await call(url, 'POST /v1/setup', {
    organisation: { name: '康泰大药房', currency: 'CNY', zone: 'Asia/Shanghai', language: 'zh' },
    store: { code: 'A01', name: '人民路店' },
    till: { code: '1', name: '' },
    owner: { name: '李店长', ...owner },
    start: demo ? { demo: true } : { template: 'pharmacy' },
  })
  if (answer.status >= 300) throw new Error(JSON.stringify(answer))
  for (let tries = 0; demo && tries < 240; tries++) {
    const { demo: told } = (await call(url, 'GET /v1/setup')) as unknown as { demo: { ready: boolean } }
    if (told.ready) return
    await wait(500)
  }
}

async function call(url: string, route: string, body?: unknown, cookie?: string, key?: string): Promise<Answer> {
  const [method = 'GET', address = '/'] = route.split(' ')
  const response = await fetch(url + address, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie ? { cookie } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { ...(text ? (JSON.parse(text) as object) : {}), status: response.status }
}

async function cookieOf(url: string, login: Login): Promise<string> {
  const response = await fetch(`${url}/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  })
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`${login.login} cannot sign in: ${response.status} ${await response.text()}`)
  return cookie
}

async function openPage(browser: Browser, url: string, as: Login | null, options: PageOptions): Promise<Page> {
  const { language = 'zh', theme = 'light', width = 1440, height = 900 } = options
  const context: BrowserContext = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
  })
  await context.addInitScript((kept) => {
    if (!localStorage.getItem('changke.preferences')) localStorage.setItem('changke.preferences', kept)
  }, JSON.stringify({ language, theme }))
  if (as) {
    const [name = '', value = ''] = (await cookieOf(url, as)).split(/=(.*)/s)
    await context.addCookies([{ name, value, url }])
  }
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return page
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds wrong on a page, or in the parts of it that a selector names, as sentences: the rule, and where. */
export async function faultsOf(page: Page, within?: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  return page.evaluate(async (parts) => {
    const { axe: tool } = window as unknown as {
      axe: {
        run(
          within?: string,
        ): Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary: string }[] }[] }>
      }
    }
    const { violations } = await (parts ? tool.run(parts) : tool.run())
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ${node.failureSummary}`))
  }, within)
}
