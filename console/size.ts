/** Prints what a first visit costs, page by page, and fails when one is over the budget. Reads the manifest of a build. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

interface Chunk {
  file: string
  name?: string
  src?: string
  isEntry?: boolean
  isDynamicEntry?: boolean
  imports?: string[]
  css?: string[]
}

/** KB of gzip that a first page may cost (screens.md promises an old till a quick start). */
const budget = 240

const dist = new URL('./dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8')) as Record<string, Chunk>
const zipped = new Map<string, number>()

function sizeOf(file: string): number {
  const known = zipped.get(file)
  if (known !== undefined) return known
  const size = gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length
  zipped.set(file, size)
  return size
}

function filesOf(key: string, found = new Set<string>()): Set<string> {
  const chunk = manifest[key]
  if (!chunk || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const css of chunk.css ?? []) found.add(css)
  for (const next of chunk.imports ?? []) filesOf(next, found)
  return found
}

const keys = Object.keys(manifest)
const entry = keys.filter((key) => manifest[key]?.isEntry)
const shell = keys.filter((key) => key.endsWith('app/Shell.tsx'))
const words = keys.filter((key) => /(app|parts)\/(zh)\.json$/.test(key))
const locale = keys.filter((key) => key.endsWith('locale/zh_CN.js'))
const bare = /features\/org\/(SignInPage|setup\/SetupPage|WelcomePage)/

function costOf(page: string): number {
  const room = page.match(/features\/([^/]+)\//)?.[1]
  const own = keys.filter((key) => key.endsWith(`features/${room}/zh.json`))
  const roots = [...entry, ...words, ...locale, ...own, page, ...(bare.test(page) ? [] : shell)]
  const files = new Set(roots.flatMap((key) => [...filesOf(key)]))
  return [...files].reduce((sum, file) => sum + sizeOf(file), 0) / 1024
}

const pages = keys
  .filter((key) => /features\/.*Page\.tsx$/.test(key) && manifest[key]?.isDynamicEntry)
  .map((page) => ({ page, cost: costOf(page) }))
for (const { page, cost } of pages.sort((a, b) => b.cost - a.cost)) {
  console.log(`${cost.toFixed(0).padStart(5)} KB  ${page.replace(/^.*features\//, '')}`)
}
const first = pages.filter(({ page }) => /SignInPage|SetupPage|TodayPage/.test(page))
const over = first.filter(({ cost }) => cost > budget)
console.log(`first pages cost ${first.map(({ cost }) => cost.toFixed(0)).join(', ')} KB of gzip; ${budget} are allowed`)
if (over.length > 0) process.exit(1)
