import { createHash, randomBytes } from 'node:crypto'

/** A new secret of 256 bits, in letters that survive a line of text. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a secret. It has 256 bits of chance, so a plain hash cannot be searched back and costs nothing per request. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
