import { posix } from 'node:path'
import { type Node, parse, roomOf, type Source, visit } from './street.ts'

// In pieces, so that this file is not the first to be found.
const registries = new RegExp(
  ['registry\\.np', 'mjs\\.org|registry\\.yar', 'nmpkg\\.com|npm', 'mirror\\.com|regis', 'try=http'].join(''),
  'i',
)
const machines = /(?<![\w.])\/(?:home|Users|root|work)\/[\w.-]+\/?/

/** Addresses of package registries, and paths that exist on one machine only. */
export function checkPlaces(sources: Source[]): string[] {
  return sources.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, at) => {
      if (registries.test(line)) return [`${path}:${at + 1} names a package registry`]
      return machines.test(line) ? [`${path}:${at + 1} names a place on somebody's machine`] : []
    }),
  )
}

/** Links of the papers that lead nowhere, or out of the repository. */
export function checkLinks(sources: Source[], exists: (path: string) => boolean): string[] {
  return sources
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, to = '']) => {
        if (/^(https?:|mailto:|#)/.test(to)) return []
        const target = posix.normalize(posix.join(posix.dirname(path), decodeURI(to.split('#')[0]!)))
        if (target.startsWith('..')) return [`${path}: ${to} leads out of the repository`]
        return exists(target) ? [] : [`${path}: ${to} leads nowhere`]
      }),
    )
}

/** Rooms without a README that gives their words in both languages. */
export function checkRooms(sources: Source[], rooms: string[]): string[] {
  const texts = new Map(sources.map(({ path, text }) => [path, text]))
  return rooms.flatMap((room) => {
    const text = texts.get(`server/src/modules/${room}/README.md`)
    if (!text) return [`${room} has no README.md`]
    const rows = text.split('\n').filter((line) => /^\|.*\p{Script=Han}.*\|/u.test(line) && /[a-z]/.test(line))
    const titled = new RegExp(`^# ${room} \\p{Script=Han}`, 'u').test(text)
    return [
      ...(titled ? [] : [`${room}/README.md does not begin with "# ${room} 中文名"`]),
      ...(rows.length >= 2 ? [] : [`${room}/README.md has no table of its words in both languages`]),
    ]
  })
}

/** Settings that nothing reads: each field of `Settings` must be asked for outside of settings.ts. */
export function checkSettings(sources: Source[]): string[] {
  const settings = sources.find(({ path }) => path === 'server/src/kernel/settings.ts')!
  const fields: string[] = []
  visit(parse(settings).program, (node) => {
    if (node.type !== 'TSInterfaceDeclaration' || (node['id'] as Node)['name'] !== 'Settings') return
    for (const member of (node['body'] as { body: Node[] }).body) fields.push((member['key'] as Node)['name'] as string)
  })
  const readers = sources.filter(
    ({ path }) =>
      /^server\/src\/(main|app|cli|kernel|modules).*\.ts$/.test(path) &&
      path !== settings.path &&
      !/\.test\./.test(path),
  )
  const names = [...settings.text.matchAll(/^ {4}name: '(\w+)'/gm)].map(([, name]) => name!)
  const unread = (field: string) =>
    !readers.some(({ text }) =>
      new RegExp(`settings(\\.|\\)\\.)${field}\\b|\\{[^}\\n]*\\b${field}\\b[^}\\n]*\\}: Settings`).test(text),
    )
  return [
    ...fields.filter(unread).map((field) => `nothing reads the setting "${field}"`),
    ...names
      .filter((name) => !settings.text.includes(`said['${name}']`))
      .map((name) => `${name} is checked and then forgotten`),
  ]
}

/** Files of a room that have no place there: SQL outside of schema/, and a door that is missing. */
export function checkDoors(sources: Source[], rooms: string[]): string[] {
  const paths = new Set(sources.map(({ path }) => path))
  const lost = [...paths].filter((path) => roomOf(path) && path.endsWith('.sql') && !/\/schema\/[^/]+$/.test(path))
  return [
    ...lost.map((path) => `${path} is a migration outside of schema/`),
    ...rooms.filter((room) => !paths.has(`server/src/modules/${room}/index.ts`)).map((room) => `${room} has no door`),
  ]
}
