import { Refusal, Unreachable } from './faults.ts'

/** A new name for a command. Keep it with the command until its answer has come. */
export function newReference(): string {
  // crypto.randomUUID is missing in a page that comes over plain HTTP.
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The header that names a command which moves value: `params: { header: told(receiptNo) }`. The same name with the same body is done once. */
export const told = (reference: string = newReference()): { 'Idempotency-Key': string } => ({
  'Idempotency-Key': reference,
})

/**
 * Tries again when no answer came or the house was busy, with growing pauses (0.2 s, 0.4 s …). Only for what may be sent twice: queries, and
 * commands whose reference was made outside of `act`.
 */
export async function repeat<T>(act: () => Promise<T>, times = 4): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await act()
    } catch (fault) {
      const passing = fault instanceof Unreachable || (fault instanceof Refusal && fault.code === 'kernel.busy')
      if (!passing || tried >= times) throw fault
      await new Promise((later) => setTimeout(later, 100 * 2 ** tried))
    }
  }
}
