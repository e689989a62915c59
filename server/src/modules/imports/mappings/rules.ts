import type { Mapping } from '../contract.ts'
import { refuse } from '../contract.ts'
import type { FieldSpec, Setup } from '../kinds/kind.ts'

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[（(【[].*?[)）】\]]/g, '')
    .replace(/[\s_\-:：*]/g, '')

/** A mapping of columns to fields by their names: the same name first, then one that begins with it, then one that contains it. */
export function guessMapping(columns: readonly string[], fields: readonly FieldSpec[]): Mapping {
  const pairs = columns.flatMap((column, place) =>
    fields.flatMap((field) => {
      const likeness = likenessOf(fold(column), field)
      return likeness > 0 ? [{ column, place, field: field.key, likeness }] : []
    }),
  )
  pairs.sort((a, b) => b.likeness - a.likeness || a.place - b.place)
  const mapping: Mapping = {}
  const taken = new Set<string>()
  for (const { column, field } of pairs) {
    if (mapping[column] !== undefined || taken.has(field)) continue
    mapping[column] = field
    taken.add(field)
  }
  return mapping
}

function likenessOf(column: string, { key, zh, en, words = [] }: FieldSpec): number {
  if (column === '') return 0
  let best = 0
  for (const [place, word] of [key, zh, en, ...words].map(fold).entries()) {
    if (word === column) return 1000 - place
    // Short words stand in too many others: 市 is no city in 门市部.
    const long = word.length >= (/\p{Script=Han}/u.test(word) ? 2 : 4)
    if (!long) continue
    if (column.startsWith(word)) best = Math.max(best, 200 + word.length)
    else if (column.endsWith(word)) best = Math.max(best, 150 + word.length)
    else if (column.includes(word)) best = Math.max(best, 100 + word.length)
  }
  return best
}

/**
 * Checks a mapping against the file and the kind. Refuses columns and fields that are not there, a field that is mapped twice, and a mapping
 * that lacks what the kind cannot do without.
 */
export function checkMapping(
  mapping: Mapping,
  columns: readonly string[],
  fields: readonly FieldSpec[],
  needs: readonly (readonly string[])[],
): void {
  const known = new Set(fields.map(({ key }) => key))
  const mapped = new Set<string>()
  for (const [column, field] of Object.entries(mapping)) {
    if (!columns.includes(column)) throw refuse('imports.column_unknown', { column })
    if (!known.has(field)) throw refuse('imports.field_unknown', { field })
    if (mapped.has(field)) throw refuse('imports.field_twice', { field })
    mapped.add(field)
  }
  for (const group of needs)
    if (!group.some((field) => mapped.has(field))) throw refuse('imports.fields_missing', { fields: group })
}

/** Where each mapped field stands in a row. */
export function columnsByField(mapping: Mapping, columns: readonly string[]): Setup['columns'] {
  return new Map(
    Object.entries(mapping).map(([column, field]) => [field, { index: columns.indexOf(column), name: column }]),
  )
}
