import type { Page } from 'playwright-core'
import { faultsOf } from './harness.ts'

/** Parts of the console that are the same wherever they stand: walked through once. */
const everywhere = ['导出']

/** What was met on a walk: the drawers and dialogs by the way to them, and everything that a person with a keyboard would stumble over. */
export interface Walk {
  opened: Set<string>
  /** Which of the parts that stand everywhere have been walked through. */
  parts: Set<string>
  faults: string[]
}

/** Where the focus is, as the walk needs it. */
interface Stop {
  /** Where it stands among the stops: the same number is the same element. */
  mark: string
  /** What is read on it, or its name when it is only a picture. */
  name: string
  /** A button that may open something. */
  opens: boolean
  /** A button that unfolds a menu. */
  unfolds: boolean
  /** Inside of the layer that lies on top. */
  inside: boolean
  ring: boolean
  /** Back at the body, or out of the page: the walk is over. */
  over: boolean
}

// What turns a page, ends a drawer or unfolds a panel opens nothing that has to be looked at here.
const skipped =
  '.ck-pager button, .ant-drawer-close, [aria-expanded], [type=submit], .ck-icon-button, .ant-tabs-tab-btn'

const layers = '.ant-drawer-open, dialog[open]'

/** Looks at what has the focus. Written as text that runs in the page: it may use nothing from out here. */
async function look(page: Page, within: string): Promise<Stop> {
  return page.evaluate(
    ([layers, skipped, within]) => {
      const top = [...document.querySelectorAll(layers!)].at(-1)
      const one = document.activeElement as HTMLElement | null
      const home = top ?? document.querySelector(within!)
      const over = !one || one === document.body || (!top && !home?.contains(one))
      if (over || !one)
        return { mark: '', name: '', opens: false, unfolds: false, inside: false, ring: true, over: true }
      const marked = one as HTMLElement & { ckMark?: string }
      const counter = window as unknown as { ckMarks?: number }
      counter.ckMarks = (counter.ckMarks ?? 0) + (marked.ckMark ? 0 : 1)
      marked.ckMark ??= String(counter.ckMarks)
      const shows = (element: Element | null, levels: number): boolean => {
        if (!element || levels === 0) return false
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
        const ringed = (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
        const beside = element.matches('input[type=checkbox], input[type=radio]') ? element.parentElement : null
        return ringed || shows(beside ?? element.parentElement, levels - 1)
      }
      // A heading or a preview that was given the focus to be read out needs no ring: nothing can be done there.
      const silent = one.tabIndex < 0
      return {
        mark: marked.ckMark,
        name: (one.textContent?.trim() || one.getAttribute('aria-label') || '').slice(0, 40),
        unfolds: one.matches('.ck-disclosure > button') && one.textContent !== '',
        opens: one.tagName === 'BUTTON' && !one.matches(skipped!) && !(one as HTMLButtonElement).disabled,
        inside: !top || top.contains(one),
        ring: silent || shows(one, 4),
        over: false,
      }
    },
    [layers, skipped, within],
  )
}

const layerCount = (page: Page) => page.locator(layers).count()

/** Rows have the same stops: after the third one, the focus goes on behind the last. */
const passRows = (page: Page) =>
  page.evaluate(() => {
    const row = document.activeElement?.closest('tbody tr')
    if (!row || [...(row.parentElement?.children ?? [])].indexOf(row) < 3) return
    const stops = row.parentElement?.querySelectorAll<HTMLElement>('a, button:enabled, input:enabled') ?? []
    stops[stops.length - 1]?.focus()
  })

/** The title of what lies on top. */
const titleOf = async (page: Page): Promise<string> => {
  const top = page.locator(layers).last()
  return ((await top.locator('.ant-drawer-title, h2').first().textContent()) ?? '').trim()
}

/** Waits until as many layers lie there; false when it does not come to that. */
async function becomes(page: Page, count: number, ms: number): Promise<boolean> {
  for (const until = Date.now() + ms; Date.now() < until; ) {
    if ((await layerCount(page)) === count) return true
    await page.waitForTimeout(20)
  }
  return false
}

/** What opened is walked through by Tab, looked at by axe in both themes, and left by Escape; the focus is where it came from. */
async function walkLayer(page: Page, opener: Stop, depth: number, walk: Walk, place: string): Promise<void> {
  const title = await titleOf(page)
  const say = (fault: string) => walk.faults.push(`${title}: ${fault}`)
  if (!title) say(`what “${opener.name}” opens has no title`)
  if (walk.opened.has(place)) return leave(page, opener, depth, say)
  walk.opened.add(place)
  await page.waitForTimeout(150)
  const first = await look(page, 'body')
  if (first.over || !first.inside) say('opens without taking the focus')
  const seen = new Set<string>()
  for (let stop = first, steps = 0; steps < 80 && !seen.has(stop.mark); steps++) {
    seen.add(stop.mark)
    if (!stop.over && !stop.inside) say(`Tab leaves it for “${stop.name}”`)
    if (!stop.ring) say(`“${stop.name}” shows no focus`)
    await page.keyboard.press('Tab')
    stop = await look(page, 'body')
  }
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    for (const fault of await faultsOf(page, layers)) say(`${colorScheme} ${fault}`)
  }
  await deeper(page, depth, walk, place)
  await leave(page, opener, depth, say)
}

/** Buttons that stand in a layer beside its fields and its end: a removal, a list's own. */
async function deeper(page: Page, depth: number, walk: Walk, place: string): Promise<void> {
  if (depth > 1) return
  const top = page.locator(layers).last()
  const inner = top.locator('.ck-drawer-buttons > div button:enabled, .ant-drawer-body:not(:has(form)) button:enabled')
  const tried = new Set<string>()
  for (let at = 0; at < (await inner.count()); at++) {
    const name = (await inner.nth(at).textContent()) ?? ''
    if (tried.has(name) || (await inner.nth(at).evaluate((one, skip) => one.matches(skip), skipped))) continue
    tried.add(name)
    await inner.nth(at).focus()
    await openAndWalk(page, await look(page, 'body'), depth + 1, walk, `${place} › ${name}`)
  }
}

async function leave(page: Page, opener: Stop, depth: number, say: (fault: string) => void): Promise<void> {
  await page.keyboard.press('Escape')
  if (!(await becomes(page, depth, 2000))) {
    // A list of choices may have been open; once more must do.
    await page.keyboard.press('Escape')
    if (!(await becomes(page, depth, 2000))) return void say('Escape does not close it')
  }
  await page.waitForTimeout(30)
  const { mark, name } = await look(page, 'body')
  if (mark !== opener.mark) say(`the focus goes to “${name}” instead of back to “${opener.name}”`)
}

async function openAndWalk(page: Page, opener: Stop, depth: number, walk: Walk, place: string): Promise<void> {
  await page.keyboard.press('Enter')
  const working = page.locator('.ant-btn-loading')
  if (!(await becomes(page, depth + 1, 250)) && (await working.count()) > 0) {
    await working.first().waitFor({ state: 'detached' })
  }
  if (await becomes(page, depth + 1, 50)) await walkLayer(page, opener, depth, walk, place)
}

/** Opens a menu as often as it has entries, takes each, and comes back to its button. */
async function walkMenu(page: Page, opener: Stop, walk: Walk, place: string): Promise<void> {
  for (let entry = 1; entry < 12; entry++) {
    await page.keyboard.press('Enter')
    const entries = await page.locator('.ck-panel .ck-menu-list button').count()
    if (entry > entries) return void (await page.keyboard.press('Escape'))
    for (let n = 0; n < entry; n++) await page.keyboard.press('Tab')
    const { name } = await look(page, 'main')
    await openAndWalk(page, opener, 0, walk, `${place} › ${name}`)
  }
}

/** Goes through a page by Tab alone, opens whatever its buttons open, and comes back each time. `tried` keeps what need not be opened again. */
export async function walkPage(page: Page, address: string, walk: Walk, tried: Set<string>): Promise<void> {
  const seen = new Set<string>()
  await page.locator('#page-title').focus()
  for (let steps = 0; steps < 200; steps++) {
    await passRows(page)
    await page.keyboard.press('Tab')
    const stop = await look(page, 'main')
    if (stop.over || seen.has(stop.mark)) break
    seen.add(stop.mark)
    if (!stop.ring) walk.faults.push(`${address}: “${stop.name}” shows no focus`)
    const kind = stop.name.split(/[：\d]/)[0]!
    if (!(stop.opens || stop.unfolds) || tried.has(kind) || walk.parts.has(kind)) continue
    tried.add(kind)
    if (everywhere.includes(kind)) walk.parts.add(kind)
    const place = `${address.replace(/[0-9a-f-]{36}/, '…')} › ${kind}`
    if (stop.unfolds) await walkMenu(page, stop, walk, place)
    else await openAndWalk(page, stop, 0, walk, place)
  }
  const stops = await page.locator('main :is(a, button:enabled, input:enabled)').count()
  if (seen.size === 0 && stops > 0) walk.faults.push(`${address}: Tab reaches nothing`)
}
