import type { Db } from '#kernel/db.ts'
import type { Backup, Certificate, Job } from './contract.ts'

/** Hears how far long work is: which step, and how many bytes where they can be counted. */
export type Say = (step: Job['step'], doneBytes?: number) => void

/** What a drill found, but for what this room adds: id and moments. */
export type Proof = Omit<Certificate, 'id' | 'madeAt' | 'startedAt' | 'endedAt'>

/** What the folder of backups holds. */
export type Holdings = {
  slot: 'ok' | 'lost' | 'none'
  /** Everything committed until here can be restored. */
  walUntil: string | null
  /** The newest first. */
  bases: Backup[]
}

/** What really copies and restores. Its faults are thrown as sentences. */
export type Engine = {
  mode: 'physical' | 'logical'
  embedded: boolean
  folder: string
  /** Which release on which machine, for certificates. */
  about: { version: string; machine: string }
  keepDays: number
  /** Whether the first backup is made without being asked for. */
  makesFirst: boolean
  /** What a drill lacks besides a backup; null when nothing. */
  lacks: 'database' | null
  look(): Promise<Holdings>
  backUp(say: Say, signal: AbortSignal): Promise<void>
  /** Restores the newest backup beside the house and looks through it; leaves nothing behind, and removes what an earlier one left. */
  drill(db: Db, say: Say, signal: AbortSignal): Promise<Proof>
}

/** Whether backups are set up here: the engine, or what is known without one. */
export type Equipment = Engine | { mode: null; embedded: boolean }
