import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** Of the numbers that the plan of mainland China allows in length, these are mobiles or fixed lines; the rest are slips of the finger. */
const mainland = /^\+86(1[3-9]\d{9}|10\d{8}|2\d{9}|[3-9]\d{9,10})$/

/** A phone in its international form (E.164), or what is wrong with it. Full-width digits, +86, 0086, spaces and dashes are understood. */
export function readPhone(text: string): { phone: string } | { wrong: 'empty' | 'letters' | 'length' | 'unknown' } {
  const plain = text.normalize('NFKC').replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
  if (plain === '') return { wrong: 'empty' }
  if (!/^[+\d().\-/]+$/.test(plain)) return { wrong: 'letters' }
  const parsed = parsePhoneNumberFromString(plain, 'CN')
  if (!parsed?.isPossible()) return { wrong: 'length' }
  if (!parsed.isValid() || parsed.ext) return { wrong: 'unknown' }
  if (parsed.countryCallingCode === '86' && !mainland.test(parsed.number)) return { wrong: 'length' }
  return { phone: parsed.number }
}

/** A phone of which only enough shows to recognise it: `138****0001`, abroad `+1****2671`. */
export function maskPhone(phone: string): string {
  if (/^\+861\d{10}$/.test(phone)) return `${phone.slice(3, 6)}****${phone.slice(-4)}`
  const country = phone.startsWith('+86') ? '' : phone.slice(0, 2)
  return `${country}****${phone.slice(-4)}`
}

/** The last four digits, by which a till finds somebody. */
export const tailOf = (phone: string): string => phone.slice(-4)

/** An e-mail of which only enough shows to recognise it: `m****@example.com`. */
export function maskEmail(email: string): string {
  const [name = '', domain = ''] = email.split('@')
  return `${name.slice(0, 1)}****@${domain}`
}

/** A number of which only the ends show. */
export const maskMiddle = (text: string, from = 3, to = 2): string => {
  const characters = [...text]
  if (characters.length <= from + to) return '*'.repeat(characters.length)
  return characters.slice(0, from).join('') + '*'.repeat(characters.length - from - to) + characters.slice(-to).join('')
}

/** An address of which only the place shows, not the house. */
export const maskAddress = (address: string): string => {
  const characters = [...address]
  return `${characters.slice(0, Math.min(6, Math.floor(characters.length / 2))).join('')}****`
}
