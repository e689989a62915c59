import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Crypto } from '#kernel/crypto.ts'
import { keyOf, Staged } from './vault.ts'

// A house has one key file and one folder for staged files; whoever holds the keys finds the folder.
const folders = new WeakMap<Crypto, string>()

/** Says where staged files lie: `imports` in the data folder. Called once, when the house is put together. */
export function stageIn(keys: Crypto, dataDir: string): void {
  folders.set(keys, join(dataDir, 'imports'))
}

/** Where the staged file of a run lies. */
export function pathOf(keys: Crypto, runId: string): string {
  const folder = folders.get(keys)
  if (!folder) throw new Error('nobody said where staged files lie: call stageIn')
  return join(folder, `${runId}.staged`)
}

/** Opens the staged file of a run. Refuses `imports.file_lost`. */
export const openStaged = (keys: Crypto, runId: string): Promise<Staged> =>
  Staged.open(pathOf(keys, runId), keyOf(keys, runId))

/** Takes the staged file of a run away; one that is gone already is no fault. */
export const dropStaged = (keys: Crypto, runId: string): Promise<void> => rm(pathOf(keys, runId), { force: true })
