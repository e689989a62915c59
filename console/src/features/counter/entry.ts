/** What was typed or scanned, as far as its form alone can say. */
export interface Entry {
  /** `3*` before a code, or alone for the last line. */
  quantity: number | undefined
  code: string
  kind: 'quantity' | 'phone' | 'tail' | 'receipt' | 'code'
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Whether a text has the form and the check letter of a receipt number: thirteen letters and digits, with or without its dashes. */
export function isReceipt(text: string): boolean {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0')
  const values = [...plain].map((letter) => crockford.indexOf(letter))
  if (values.length !== 13 || values.includes(-1)) return false
  const sum = values.slice(0, 12).reduce((all, value, at) => all + value * (at % 2 === 0 ? 3 : 7), 0)
  return sum % 32 === values[12]
}

const mobile = /^(?:\+?86|0086)?1[3-9]\d{9}$/

function kindOf(code: string): Entry['kind'] {
  if (mobile.test(code.replace(/[\s-]/g, ''))) return 'phone'
  if (/^\+\d[\d\s-]{6,}$/.test(code)) return 'phone'
  if (/^\d{4}$/.test(code)) return 'tail'
  // Thirteen digits alone are far more often a barcode than a receipt; those are tried as a receipt last.
  return isReceipt(code) && !/^\d+$/.test(code) ? 'receipt' : 'code'
}

/** Reads a line of the scan field: full-width letters, `3*` or `3×` before the code. Undefined when there is nothing in it. */
export function readEntry(text: string): Entry | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]+/g, ' ')
    .trim()
  const times = /^(\d{1,5}(?:\.\d{1,3})?) ?[*×] ?(.*)$/.exec(plain)
  const quantity = times ? Number(times[1]) : undefined
  const code = times ? (times[2] ?? '') : plain
  if (quantity !== undefined && code === '') return quantity > 0 ? { quantity, code, kind: 'quantity' } : undefined
  if (!code || quantity === 0) return undefined
  // A quantity stands before a product and nothing else.
  return { quantity, code, kind: quantity === undefined ? kindOf(code) : 'code' }
}

/** Whether digits in a field for money came from a scanner: nobody types so many without a point. */
export const looksScanned = (text: string): boolean => /^\d{8,}$/.test(text.trim())
