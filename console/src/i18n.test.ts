import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const src = import.meta.dirname
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((file) => join(src, file))
const read = (file: string) => readFileSync(file, 'utf8')
/** What a source says, without its comments. */
const codeOf = (file: string) =>
  read(file)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '')
const wordsIn = (file: string) => JSON.parse(read(file)) as Record<string, string>
const short = (file: string) => relative(src, file)

/** `rows_one` and `rows_other` are one key; Chinese has one form, English two. */
const stem = (key: string) => key.replace(/_(one|other)$/, '')
const chinese = files.filter((file) => /(^|[/.])zh\.json$/.test(file))
const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))

const sentences: [string, string, string][] = chinese.map((zh) => [short(zh), zh, zh.replace(/zh\.json$/, 'en.json')])

describe.each(sentences)('%s', (_, zh, en) => {
  test('says the same in English', () => {
    expect(existsSync(en), `${short(en)} is missing`).toBe(true)
    const [here, there] = [wordsIn(zh), wordsIn(en)]
    expect([...new Set(Object.keys(there).map(stem))].sort()).toEqual([...new Set(Object.keys(here).map(stem))].sort())
    for (const [key, text] of [...Object.entries(here), ...Object.entries(there)]) {
      expect(text.trim(), `${key} says nothing`).not.toBe('')
    }
  })

  test('puts the same values into its sentences', () => {
    const [here, there] = [wordsIn(zh), wordsIn(en)]
    const valuesOf = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]).sort()
    for (const [key, text] of Object.entries(here)) {
      const other = there[key] ?? there[`${stem(key)}_other`] ?? ''
      expect(valuesOf(other), `${short(en)}: ${key}`).toEqual(valuesOf(text))
    }
  })

  test('English has both of its plural forms', () => {
    const keys = Object.keys(wordsIn(en))
    const lonely = keys.filter(
      (key) => /_(one|other)$/.test(key) && !keys.includes(stem(key) + (key.endsWith('_one') ? '_other' : '_one')),
    )
    expect(lonely).toEqual([])
  })
})

/** The words that a source file may use: those of its room. */
function roomOf(file: string): string | undefined {
  const path = short(file)
  if (path.startsWith('features/')) return join(src, 'features', path.split('/')[1] ?? '', 'zh.json')
  const folder = path.split('/')[0]
  return folder === 'app' || folder === 'parts' ? join(src, folder, 'zh.json') : undefined
}

test('no word is kept that no screen says', () => {
  const unused: string[] = []
  for (const zh of chinese.filter((file) => basename(file) === 'zh.json')) {
    const texts = sources.filter((file) => file.startsWith(`${dirname(zh)}/`)).map(read)
    const code = texts.join('\n')
    // A key such as t(`theme.${choice}`) is made of its beginning.
    const made = [...code.matchAll(/`([\w.]+)\$\{/g)].map((match) => match[1] ?? '')
    for (const key of new Set(Object.keys(wordsIn(zh)).map(stem))) {
      const said = code.includes(`'${key}'`) || made.some((start) => start.includes('.') && key.startsWith(start))
      if (!said) unused.push(`${short(zh)}: ${key}`)
    }
  }
  expect(unused).toEqual([])
})

test('every key that a screen says is there', () => {
  const missing: string[] = []
  for (const file of sources) {
    const zh = roomOf(file)
    if (!zh || !existsSync(zh)) continue
    const keys = new Set(Object.keys(wordsIn(zh)).map(stem))
    for (const match of codeOf(file).matchAll(/\bt\('([^']+)'/g)) {
      if (match[1] && !keys.has(match[1])) missing.push(`${short(file)}: ${match[1]}`)
    }
  }
  expect(missing).toEqual([])
})

test('no screen speaks by itself: text stands in the words, in both languages', () => {
  const spoken: string[] = []
  for (const file of sources.filter((one) => one.endsWith('.tsx'))) {
    const code = codeOf(file)
    // Names of languages are written in themselves, and the product's name is a name.
    const plain = code.replaceAll("'中文'", '').replaceAll("'Changke 常客'", '')
    const han = plain.match(/\p{Script=Han}[\p{Script=Han}，。；：“”、？！]*/u)?.[0]
    if (han) spoken.push(`${short(file)}: ${han}`)
    for (const match of plain.matchAll(/(?<!=)>\s*([A-Za-z][a-z]+[\w ,.']*?)\s*<\//g))
      spoken.push(`${short(file)}: ${match[1]}`)
    for (const match of plain.matchAll(/\b(?:placeholder|title|aria-label|label|alt|extra)="([^"]*[a-z][^"]*)"/g)) {
      spoken.push(`${short(file)}: ${match[1]}`)
    }
  }
  expect(spoken).toEqual([])
})

test('every page has a title in both languages', () => {
  const rows = sources.filter((file) => basename(file) === 'pages.ts' && file.includes('features'))
  expect(rows.length).toBeGreaterThan(0)
  for (const file of rows) {
    for (const match of read(file).matchAll(/title: \{ zh: '([^']*)', en: '([^']*)' \}/g)) {
      expect(match[1], short(file)).toMatch(/\p{Script=Han}/u)
      expect(match[2], short(file)).toMatch(/^[\x20-\x7e]+$/)
    }
  }
})

const contract = join(src, '../../openapi.json')

interface Operation {
  'x-refusals'?: Record<string, number>
}

function operations(): Operation[] {
  const { paths } = JSON.parse(read(contract)) as { paths: Record<string, Record<string, Operation>> }
  return Object.values(paths).flatMap((methods) => Object.values(methods))
}

/** What the rooms declare, whether or not a route serves it yet. */
const declared = join(src, '../../server/src')
const told = () =>
  readdirSync(declared, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => read(join(declared, file)))
    .join('\n')

test.skipIf(!existsSync(contract))('every refusal of the server has its sentence', () => {
  const words = wordsIn(join(src, 'parts/refusals.zh.json'))
  const codes = operations().flatMap((operation) => Object.keys(operation['x-refusals'] ?? {}))
  expect([...new Set(codes)].filter((code) => !(code in words)).sort()).toEqual([])
})

test.skipIf(!existsSync(contract))('no sentence is kept for a refusal that is gone', () => {
  const code = told()
  // `org.password_weak.short` is one of the sentences of `org.password_weak`.
  const codeOfKey = (key: string) => key.split('.').slice(0, 2).join('.')
  const words = Object.keys(wordsIn(join(src, 'parts/refusals.zh.json')))
  expect(words.filter((key) => !code.includes(`'${codeOfKey(key)}'`))).toEqual([])
})

test.skipIf(!existsSync(contract))('a page asks for a permission that there is', () => {
  const code = told()
  const asked = sources
    .filter((file) => basename(file) === 'pages.ts' && file.includes('features'))
    .flatMap((file) => [...read(file).matchAll(/needs: (\[[^\]]*\]|'[^']*')/g)].map((match) => match[1] ?? ''))
    .flatMap((needs) => [...needs.matchAll(/'([^']+)'/g)].map((match) => match[1]))
  expect(asked.filter((permission) => !code.includes(`'${permission}'`))).toEqual([])
})
