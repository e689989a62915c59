import { posix } from 'node:path'
import { isCode, isTest, type Node, parse, roomOf, type Source, visit } from './street.ts'

type Arrows = Record<string, readonly string[]>
type Import = { from: Source; said: string; path: string; typeOnly: boolean; line: number }

const subpaths: [string, string][] = [
  ['#kernel/', 'server/src/kernel/'],
  ['#modules/', 'server/src/modules/'],
]
const named: Record<string, string> = {
  '#testing': 'server/src/testing.ts',
  '#facts': 'server/src/facts.ts',
  '#app': 'server/src/app.ts',
}

/** Every import of a file that leads to another file of the repository. */
export function importsOf(from: Source): Import[] {
  const { program, lineOf } = parse(from)
  const found: Import[] = []
  visit(program, (node) => {
    const said = (node['source'] as Node | null | undefined)?.['value']
    if (typeof said !== 'string' || !/^(Import|Export|TSImport)/.test(node.type)) return
    const path = resolve(from.path, said)
    if (path) found.push({ from, said, path, typeOnly: isTypeOnly(node), line: lineOf(node.start) })
  })
  return found
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type') return true
  const parts = (node['specifiers'] as Node[] | undefined) ?? []
  return parts.length > 0 && parts.every((part) => part['importKind'] === 'type' || part['exportKind'] === 'type')
}

function resolve(from: string, said: string): string | undefined {
  if (said in named) return named[said]
  for (const [short, long] of subpaths) if (said.startsWith(short)) return long + said.slice(short.length)
  return said.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), said)) : undefined
}

/** Imports against an arrow, past a door, or out of the kernel into the rooms. */
export function checkArrows(sources: Source[], arrows: Arrows): string[] {
  const wrong: string[] = []
  for (const source of sources.filter((one) => isCode(one) && one.path.startsWith('server/'))) {
    for (const each of importsOf(source)) {
      const why = wrongWith(each, arrows)
      if (why) wrong.push(`${source.path}:${each.line} imports ${each.said}: ${why}`)
    }
  }
  return wrong
}

function wrongWith({ from, said, path }: Import, arrows: Arrows): string | undefined {
  const [here, there] = [roomOf(from.path), roomOf(path)]
  const testing = isTest(from.path) || from.path.startsWith('server/src/testing')
  if (here === 'kernel' && !testing && there !== 'kernel') return 'the kernel knows nothing above it'
  if (here === there || there === 'kernel') return undefined
  if (there === undefined) {
    const above = /server\/src\/(app|cli|main|testing)/.test(path)
    return here && above && !testing ? 'a room does not know the house around it' : undefined
  }
  if (path === 'server/src/modules/arrows.ts') return undefined
  if (path !== `server/src/modules/${there}/index.ts`) return `the door of ${there} is its index.ts`
  if (!said.startsWith('#modules/')) return `say #modules/${there}/index.ts`
  // Who builds a world for a test opens any door; the rooms themselves only along an arrow.
  if (here && here !== 'kernel' && !testing && !arrows[here]?.includes(there))
    return `there is no arrow ${here} → ${there}`
  return undefined
}

/** Arrows that point up or to nowhere, and rooms without a row. */
export function checkFloors(arrows: Arrows, rooms: string[]): string[] {
  const order = Object.keys(arrows)
  const wrong = rooms.filter((room) => !(room in arrows)).map((room) => `${room} has no row in arrows.ts`)
  for (const [at, room] of order.entries()) {
    for (const to of arrows[room]!) {
      const floor = order.indexOf(to)
      if (floor < 0) wrong.push(`${room} → ${to}: there is no such room`)
      else if (floor >= at) wrong.push(`${room} → ${to} points up`)
    }
  }
  return wrong
}

/** Files that import each other in a ring. */
export function checkCycles(sources: Source[]): string[] {
  const next = new Map<string, string[]>()
  for (const source of sources.filter(isCode)) {
    next.set(
      source.path,
      importsOf(source)
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ path }) => path),
    )
  }
  const done = new Set<string>()
  const rings: string[] = []
  const climb = (path: string, above: string[]): void => {
    const at = above.indexOf(path)
    if (at >= 0) rings.push([...above.slice(at), path].join(' → '))
    if (at >= 0 || done.has(path)) return
    for (const to of next.get(path) ?? []) climb(to, [...above, path])
    done.add(path)
  }
  for (const path of next.keys()) climb(path, [])
  return rings
}

const webFloors = ['parts', 'features', 'app']

/** Imports of a web app that point up (app → features → parts), or from one feature into another. */
export function checkWebFloors(sources: Source[]): string[] {
  const place = (path: string) => {
    const [, folder = '', room = ''] = /^(?:console|portal)\/src\/([^/]+)\/([^/]+)/.exec(path) ?? []
    return { floor: webFloors.indexOf(folder), room: folder === 'features' ? room : '' }
  }
  return sources.filter(isCode).flatMap((source) => {
    const here = place(source.path)
    if (here.floor < 0) return []
    return importsOf(source)
      .filter(({ path }) => {
        const there = place(path)
        return there.floor > here.floor || (here.room !== '' && there.room !== '' && there.room !== here.room)
      })
      .map(({ said, line }) => `${source.path}:${line} imports ${said}`)
  })
}
