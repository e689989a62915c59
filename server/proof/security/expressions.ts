import { isSafe } from 'redos-detector'
import { type Node, parse, type Source, visit } from '../../src/tidy/street.ts'

export type Expression = { where: string; pattern: string; flags: string }

/** Every regular expression of a file: its literals, and what is made of a text that stands there. What is made of anything else has no pattern. */
export function expressionsIn(source: Source): (Expression | { where: string; pattern: undefined })[] {
  const found: ReturnType<typeof expressionsIn> = []
  const { program, lineOf } = parse(source)
  visit(program, (node) => {
    const where = `${source.path}:${lineOf(node.start)}`
    const regex = node['regex'] as { pattern: string; flags: string } | undefined
    if (regex) found.push({ where, ...regex })
    const callee = node['callee'] as Node | undefined
    if ((node.type !== 'NewExpression' && node.type !== 'CallExpression') || callee?.['name'] !== 'RegExp') return
    const [made, flags] = node['arguments'] as (Node & { value?: unknown })[]
    if (typeof made?.value === 'string')
      found.push({ where, pattern: made.value, flags: typeof flags?.value === 'string' ? flags.value : '' })
    else if (!made?.['regex']) found.push({ where, pattern: undefined })
  })
  return found
}

/** Whether an expression can be made to try out more than a handful of ways for any text of any length: then its time is linear. */
export function isLinear({ pattern, flags }: Pick<Expression, 'pattern' | 'flags'>): boolean {
  return isSafe(new RegExp(pattern, flags), { maxScore: 100, timeout: 5_000 }).safe
}

const pieces = [
  'a',
  '0',
  '-',
  ' ',
  '"',
  '\\',
  '[',
  '(',
  '{a',
  '@',
  'a@',
  '.',
  '0T',
  '0T0',
  '%',
  '_',
  '*',
  '=',
  '#1',
  '.tmp',
  '0:',
  '1[',
]

/** How long an expression takes at most for texts of that length that are made to make it try everything, in milliseconds. */
export function slowestMs(expression: RegExp, length: number): number {
  let most = 0
  for (const piece of pieces)
    for (const end of ['', '\n', 'x'])
      for (const begin of ['', '0T0', '.making-', '"']) {
        const text = `${begin}${piece.repeat(Math.ceil(length / piece.length)).slice(0, length)}${end}`
        const began = performance.now()
        expression.exec(text)
        most = Math.max(most, performance.now() - began)
      }
  return most
}
