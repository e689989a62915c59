import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hasWords, wordsOf } from './words.ts'

/** Every code that a row can be reported with, as the kinds and values name them. */
function codes(): string[] {
  const files = ['kinds', 'values', 'running', 'undoing'].flatMap((folder) =>
    readdirSync(join(import.meta.dirname, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(import.meta.dirname, folder, name), 'utf8')),
  )
  const forms = [
    /wrong: '([a-z_]+)'/g,
    /(?:wrong|finding)\([^()]*(?:\([^()]*\))?[^()]*?, '([a-z_]+)'/g,
    /code: '([a-z_]+)'/g,
    /'([a-z]+\.[a-z]+_[a-z_]+)': '/g,
  ]
  return [
    ...new Set(files.flatMap((text) => forms.flatMap((form) => [...text.matchAll(form)].map(([, code]) => code!)))),
  ]
}

it('says of everything that can be wrong with a row what it is and what to do', () => {
  const found = codes()
  expect(found.length).toBeGreaterThan(40)
  expect(found.filter((code) => !hasWords(code))).toEqual([])
  expect(wordsOf('phone_twice', { row: 7 }, 'en').wrong).toBe('The phone of row 7: likely the same person')
  expect(wordsOf('something_new', {}, 'zh')).toEqual({ wrong: 'something_new', todo: '核对这一行' })
})

it('speaks the language of who looks, also about words and money', () => {
  const words = ['y', 'yes', '是', '有', 'no', '否']
  expect(wordsOf('unknown_word', { words }, 'zh').wrong).toBe('看不懂这个词（可用：是 / 有 / 否）')
  expect(wordsOf('unknown_word', { words }, 'en').wrong).toBe('Not a word that is known here (use: y / yes / no)')
  const kept = (what: string, amount: number) => wordsOf('used_since', { what, amount }, 'zh').wrong
  expect([kept('points', 30), kept('member', 1)]).toEqual(['此后已使用：积分 30', '此后已使用：会员'])
})
