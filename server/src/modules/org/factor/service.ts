import { randomBytes } from 'node:crypto'
import { generateSecret, generateURI, verifySync } from 'otplib'
import type { Read, Tx } from '#kernel/db.ts'
import { refuse } from '../contract.ts'
import { deleteSecondFactor, selectCredential } from '../sessions/store.ts'
import * as store from './store.ts'

/** Whether a person's second factor is on, and how many recovery codes are left. */
export async function readSecondFactor(read: Read, personId: string): Promise<{ on: boolean; codesLeft: number }> {
  const credential = await selectCredential(read, personId)
  return { on: credential?.totpOnAt != null, codesLeft: await store.countRecoveryCodes(read, personId) }
}

/** Begins to set a second factor up: a new secret for an authenticator app. Refuses `org.second_factor_on`. */
export async function beginSecondFactor(
  tx: Tx,
  person: { id: string; login: string; organisation: string },
): Promise<{ secret: string; uri: string }> {
  const secret = generateSecret()
  if (!(await store.upsertSecret(tx, person.id, tx.keys.seal(secret, 'org.totp')))) throw refuse('org.second_factor_on')
  return { secret, uri: generateURI({ issuer: person.organisation, label: person.login, secret }) }
}

/** Turns the second factor on by a first right code, and answers ten recovery codes, each good once. Refuses `org.wrong_code`. */
export async function confirmSecondFactor(tx: Tx, personId: string, code: string): Promise<string[]> {
  const credential = await selectCredential(tx, personId)
  if (credential?.totpOnAt) throw refuse('org.second_factor_on')
  if (!credential?.totpSealed) throw refuse('org.second_factor_off')
  if (!(await isDigits(tx, { personId, sealed: credential.totpSealed }, code))) throw refuse('org.wrong_code')
  await store.updateOn(tx, personId)
  const codes = Array.from({ length: 10 }, newRecoveryCode)
  await store.insertRecoveryCodes(
    tx,
    personId,
    codes.map((one) => blindCode(tx, one)),
  )
  return codes
}

/** Takes the second factor away with its recovery codes. Refuses `org.second_factor_off`. */
export async function endSecondFactor(tx: Tx, personId: string): Promise<void> {
  if (!(await readSecondFactor(tx, personId)).on) throw refuse('org.second_factor_off')
  await deleteSecondFactor(tx, personId)
}

/** Whether a code of six digits or a recovery code is right; either is used up by the asking. */
export async function isSecondFactor(
  tx: Tx,
  factor: { personId: string; sealed: Buffer },
  code: string,
): Promise<boolean> {
  const plain = code.replace(/[\s-]/g, '').toLowerCase()
  if (/^\d{6}$/.test(plain)) return isDigits(tx, factor, plain)
  return store.updateRecoveryCode(tx, factor.personId, blindCode(tx, plain))
}

/** Six digits are right for their half minute and the one before and after it, and once: a code read over a shoulder is worth nothing. */
async function isDigits(tx: Tx, factor: { personId: string; sealed: Buffer }, code: string): Promise<boolean> {
  const secret = tx.keys.open(factor.sealed, 'org.totp')
  if (!secret || !/^\d{6}$/.test(code)) return false
  const epoch = Math.floor(Temporal.Instant.from(tx.now).epochMilliseconds / 1000)
  const found = verifySync({ secret, token: code, epoch, epochTolerance: 30 })
  return found.valid && 'timeStep' in found && store.updateStep(tx, factor.personId, found.timeStep)
}

// Crockford's letters: none is taken for another.
const letters = '0123456789abcdefghjkmnpqrstvwxyz'

function newRecoveryCode(): string {
  const text = [...randomBytes(12)].map((byte) => letters[byte % 32]).join('')
  return `${text.slice(0, 4)}-${text.slice(4, 8)}-${text.slice(8)}`
}

const blindCode = (tx: Tx, code: string): Buffer => tx.keys.mark(code.replace(/-/g, ''), 'org.recovery')
