import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const begin = '<!-- street: made by "changke generate" from arrows.ts and the rooms\' READMEs -->'
const end = '<!-- end of street -->'

/** A paper with the map of the street between its two marks; everything else stays as somebody wrote it. */
export function withStreet(paper: string, arrows: Record<string, readonly string[]>, modules: string): string {
  const [head, rest] = paper.split(begin)
  const tail = rest?.split(end)[1]
  if (tail === undefined) throw new Error(`the paper has no place for the street: ${begin} … ${end}`)
  const rows = Object.entries(arrows)
    .filter(([room]) => existsSync(join(modules, room)))
    .map(([room, asks]) => `| ${nameOf(room, modules)} | ${sentenceOf(room, modules)} | ${asks.join(' ') || '–'} |`)
  const table = ['| room | what it is about | asks |', '| --- | --- | --- |', ...rows]
  return [head, begin, '\n\n', table.join('\n'), '\n\n', end, tail].join('')
}

const readmeOf = (room: string, modules: string): string => {
  const file = join(modules, room, 'README.md')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

function nameOf(room: string, modules: string): string {
  const [, title] = /^# (.+)$/m.exec(readmeOf(room, modules)) ?? []
  const link = `[\`${room}\`](../server/src/modules/${room}/README.md)`
  return title ? `${link} ${title.replace(room, '').trim()}` : `\`${room}\``
}

// The first sentence of the README, on one line.
function sentenceOf(room: string, modules: string): string {
  const [, first = ''] = /^# .+\n\n([\s\S]+?)\n\n/m.exec(readmeOf(room, modules)) ?? []
  const line = first.replace(/\s+/g, ' ')
  return (/^.+?[.](?= |$)/.exec(line)?.[0] ?? line).replaceAll('|', '\\|')
}
