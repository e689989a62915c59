import { parsePhoneNumberFromString } from 'libphonenumber-js/max'

/** A login as it is kept and compared: an e-mail in small letters or a phone in E.164; undefined when it is neither. */
export function normalLogin(text: string): { kind: 'email' | 'phone'; value: string } | undefined {
  const trimmed = text.normalize('NFKC').trim()
  if (trimmed.includes('@')) return { kind: 'email', value: trimmed.toLowerCase() }
  const value = normalPhone(trimmed)
  return value ? { kind: 'phone', value } : undefined
}

/** A phone number in E.164; one without a country code is read as Chinese. */
export function normalPhone(text: string): string | undefined {
  const found = parsePhoneNumberFromString(text, 'CN')
  return found?.isPossible() ? found.number : undefined
}

/** `wa…@shop.cn`: enough to tell two colleagues apart. */
export const maskedEmail = (email: string): string => email.replace(/^(.{0,2})[^@]*(@.*)$/, '$1…$2')

/** `+86138…5678`. */
export const maskedPhone = (phone: string): string => `${phone.slice(0, 6)}…${phone.slice(-4)}`
