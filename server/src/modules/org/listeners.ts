import type { Schedule } from '#kernel/jobs.ts'
import { deleteOld } from './sessions/store.ts'

/** Throws away old counters of failures, sessions and invitations, once a night. */
export const sweep: Schedule = { name: 'org.sweep', cron: '17 18 * * *', run: (db) => db.write(deleteOld) }
