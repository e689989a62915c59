/** Digits, for numbers that are said aloud and typed on a till's keypad. */
export const digits = '0123456789'

/** Letters and digits of which no two look or sound alike when printed small: no 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const plainLetters = '34679ACDEFGHJKMNPRTWXY'

/**
 * The check character of ISO 7064's hybrid systems (MOD 11,10 for digits, the same for any alphabet of even length): it finds every
 * wrong character and nearly every swap of neighbours.
 */
export function checkOf(text: string, alphabet: string): string {
  const size = alphabet.length
  let product = size
  for (const character of text) {
    const value = alphabet.indexOf(character)
    if (value < 0) throw new Error('a character outside the alphabet has no value')
    const sum = (product + value) % size || size
    product = (sum * 2) % (size + 1)
  }
  return alphabet[(size + 1 - product) % size]!
}

/** A text with its check character behind it. */
export const withCheck = (text: string, alphabet: string): string => text + checkOf(text, alphabet)

/** Whether a text ends in its own check character. */
export const hasCheck = (text: string, alphabet: string): boolean =>
  text.length > 1 &&
  [...text].every((character) => alphabet.includes(character)) &&
  checkOf(text.slice(0, -1), alphabet) === text.at(-1)

/** A number as it is compared: half width, upper case, without spaces and dashes between its groups. */
export const plainNumber = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
