import { basename } from 'node:path'
import { isCode, type Node, parse, type Source } from './street.ts'

// Words that say nothing: a name with one of them has not been found yet.
const empty = new Set(['manager', 'helper', 'util', 'common', 'base', 'impl', 'dto', 'data', 'info', 'v2'])

/** The words of a name: `readOrgInfo` and `org-info` are both `org` and `info`. */
const wordsOf = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.toLowerCase().replace(/s$/, ''))

const emptyIn = (name: string) => wordsOf(name).find((word) => empty.has(word))

/** Empty words in the names of files, folders and exports. */
export function checkNames(sources: Source[]): string[] {
  return sources.filter(isCode).flatMap((source) => {
    const wrong: string[] = []
    const place = source.path.split('/').slice(0, -1)
    for (const part of [...place, basename(source.path).replace(/\.(test\.)?\w+$/, '')]) {
      const word = emptyIn(part)
      if (word) wrong.push(`${source.path}: "${word}" says nothing in a name`)
    }
    for (const name of exportsOf(source)) {
      const word = emptyIn(name)
      if (word) wrong.push(`${source.path}: "${word}" says nothing in ${name}`)
    }
    return wrong
  })
}

function exportsOf(source: Source): string[] {
  const body = parse(source).program['body'] as Node[]
  return body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return []
    const declared = statement['declaration'] as Node | null
    const one = (declared?.['id'] as Node | undefined)?.['name']
    const many = ((declared?.['declarations'] as Node[] | undefined) ?? []).map((each) => (each['id'] as Node)['name'])
    const listed = (statement['specifiers'] as Node[]).map((each) => (each['exported'] as Node)['name'])
    return [one, ...many, ...listed].filter((name) => typeof name === 'string')
  })
}
