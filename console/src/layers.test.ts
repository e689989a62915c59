import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const src = import.meta.dirname
const floors = ['parts', 'features', 'app']

/** A file's place in the house: `parts`, `app`, or its room among the features. */
function placeOf(file: string): { floor: number; room: string } {
  const [folder = '', room = ''] = relative(src, file).split('/')
  return { floor: floors.indexOf(folder), room: folder === 'features' ? room : '' }
}

test('imports point down: app, features, parts; and no room looks into another', () => {
  const wrong: string[] = []
  for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))) {
    const file = join(src, name)
    const here = placeOf(file)
    if (here.floor < 0) continue
    for (const match of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)) {
      const there = placeOf(join(dirname(file), match[1] ?? ''))
      const strange = there.room !== '' && here.room !== '' && there.room !== here.room
      if (there.floor > here.floor || strange) wrong.push(`${name} imports ${match[1]}`)
    }
  }
  expect(wrong).toEqual([])
})

test('the server is asked through the SDK alone, and no answer is given a type by hand', () => {
  const wrong: string[] = []
  for (const name of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))) {
    const text = readFileSync(join(src, name), 'utf8')
    const mayFetch = ['parts/api.ts', 'parts/connection.ts', 'layers.test.ts'].includes(name)
    if (!mayFetch && /(?<![\w.])fetch\(|XMLHttpRequest|@changke\/sdk/.test(text)) wrong.push(name)
    if (!mayFetch && /(?<!\w)ask</.test(text)) wrong.push(`${name}: ask finds out by itself what comes back`)
  }
  expect(wrong).toEqual([])
})

test('files stay short enough to be read at once', () => {
  const long = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.generated\.ts$/.test(file))
    .filter((file) => readFileSync(join(src, file), 'utf8').split('\n').length > 301)
  expect(long).toEqual([])
})
