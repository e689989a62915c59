const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ' // Crockford: no I, L, O, U

/**
 * The number on a receipt: the first 60 bits of the purchase's id (its millisecond and a counter) and a check letter, in groups that can be
 * read over a phone. It is a rendering of the id, so a receipt is found through the id's own index.
 */
export function receiptOf(id: string): string {
  const hex = id.slice(0, 8) + id.slice(9, 13) + id.slice(15, 18)
  let value = BigInt(`0x${hex}`)
  let text = ''
  for (let at = 0; at < 12; at++) {
    text = alphabet[Number(value % 32n)] + text
    value /= 32n
  }
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}-${checkLetter(text)}`
}

const checkLetter = (text: string): string => {
  const sum = [...text].reduce((all, letter, at) => all + alphabet.indexOf(letter) * (at % 2 === 0 ? 3 : 7), 0)
  return alphabet[sum % 32]!
}

/** The range of ids that a receipt number may stand for; undefined if it is mistyped. Dashes, blanks and capitals do not matter. */
export function idsOf(receipt: string): { from: string; to: string } | undefined {
  const text = receipt.toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replaceAll('O', '0')
  if (text.length !== 13 || [...text].some((letter) => !alphabet.includes(letter))) return undefined
  if (checkLetter(text.slice(0, 12)) !== text[12]) return undefined
  let value = 0n
  for (const letter of text.slice(0, 12)) value = value * 32n + BigInt(alphabet.indexOf(letter))
  const hex = value.toString(16).padStart(15, '0')
  const head = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(12)}`
  return { from: `${head}-8000-000000000000`, to: `${head}-bfff-ffffffffffff` }
}
