import { chownSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { freePort } from '../postgres/access.ts'
import { type Account, reach } from '../postgres/account.ts'
import { findBinaries } from '../postgres/binaries.ts'
import { launch, shutDown } from '../postgres/postmaster.ts'
import { always, readMachine, settingsFor } from '../postgres/tuning.ts'
import { BackupFault } from './shape.ts'

/**
 * Has PostgreSQL go through the log of a cluster that was laid out, to the last transaction that was committed until the moment, and stops it again.
 * Answers that transaction's moment; undefined when there was none after the backup.
 */
export async function recover(dir: string, user: Account, to: Date | 'latest'): Promise<string | undefined> {
  const cluster = path.join(dir, 'cluster')
  const binaries = findBinaries()
  const account = reach(user, [dir, path.dirname(binaries.postgres)])
  const sign = path.join(cluster, 'recovery.signal')
  writeFileSync(sign, '', { mode: 0o600 })
  if (account) chownSync(sign, account.uid, account.gid)
  const settings = {
    ...always,
    ...settingsFor(readMachine(dir)),
    // The segments lie where PostgreSQL looks when it was handed none; it insists on being able to ask.
    restore_command: 'exit 1',
    recovery_target_timeline: 'current',
    recovery_target_action: 'promote',
    // Nobody may come in before the end, so that "ready" means that it is done.
    hot_standby: 'off',
    logging_collector: 'off',
  }
  const log = path.join(dir, 'start.log')
  const reached: string[] = []
  const run = async (more: Record<string, string>) => {
    try {
      await launch({ binaries, account, dir, cluster, port: await freePort(), settings: { ...settings, ...more } })
    } finally {
      const moment = lastCommit(readFileSync(log, 'utf8'))
      if (moment) reached.push(moment)
    }
  }
  try {
    try {
      await run(to === 'latest' ? {} : { recovery_target_time: asPostgres(to) })
    } catch (error) {
      // The log goes to the moment, but nothing was committed after it that would show PostgreSQL that the moment is over: then its end is meant.
      if (to === 'latest' || !/recovery ended before configured recovery target/.test((error as Error).message))
        throw error
      await run({})
    }
  } catch (error) {
    throw new BackupFault((error as Error).message)
  } finally {
    await shutDown(binaries, cluster)
  }
  return reached.sort().at(-1)
}

/** The setting takes no ISO 8601. */
const asPostgres = (moment: Date) => moment.toISOString().replace('T', ' ').replace('Z', '+00')

function lastCommit(said: string): string | undefined {
  const moments = [...said.matchAll(/last completed transaction was at log time (\d{4}-\d\d-\d\d) ([\d:.]+)\+00/g)]
  const last = moments.at(-1)
  return last && new Date(`${last[1]}T${last[2]}Z`).toISOString()
}
