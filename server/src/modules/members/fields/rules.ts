import type { Field } from './contract.ts'

export type CustomValues = Record<string, string | number | boolean | null>

/** What is wrong with the values of custom fields, or nothing. `asked` is false when only some are changed: absent ones stay as they are. */
export function wrongCustom(
  values: CustomValues,
  fields: Field[],
  asked: boolean,
): { key: string; wrong: 'unknown' | 'missing' | 'type' | 'choice' } | undefined {
  const byKey = new Map(fields.map((field) => [field.key, field]))
  for (const [key, value] of Object.entries(values)) {
    const field = byKey.get(key)
    if (!field || field.retired) return { key, wrong: 'unknown' }
    if (value === null || value === '') continue
    if (!fits(field, value)) return { key, wrong: field.type === 'choice' ? 'choice' : 'type' }
  }
  const missing = fields.find((field) => {
    const given = field.key in values
    return field.required && !field.retired && (asked || given) && isEmpty(values[field.key])
  })
  return missing && { key: missing.key, wrong: 'missing' }
}

/** Whether a field holds nothing. */
export const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

function fits(field: Field, value: string | number | boolean): boolean {
  switch (field.type) {
    case 'text':
      return typeof value === 'string'
    case 'number':
      return typeof value === 'number'
    case 'yesno':
      return typeof value === 'boolean'
    case 'choice':
      return typeof value === 'string' && field.choices.includes(value)
    case 'day':
      return typeof value === 'string' && isDay(value)
  }
}

function isDay(text: string): boolean {
  try {
    return /^\d{4}-\d\d-\d\d$/.test(text) && Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
