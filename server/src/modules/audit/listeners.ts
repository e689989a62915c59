import type { Pulse, Schedule } from '#kernel/jobs.ts'
import { seal } from './sealing.ts'
import { verifyNightly } from './verifying.ts'

/** Seals what was committed, once a second. */
export const sealing: Pulse = { name: 'audit.seal', everyMs: 1_000, run: seal }

/** Verifies every seal, at half past three in China. */
export const nightly: Schedule = { name: 'audit.verify', cron: '30 19 * * *', run: verifyNightly }
