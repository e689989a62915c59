import { readFileSync, statfsSync } from 'node:fs'
import os from 'node:os'

const MiB = 1024 ** 2
const GiB = 1024 ** 3

/** What the machine has to offer, in bytes. */
export interface Machine {
  memory: number
  freeDisk: number
  cores: number
}

/** Looks at the machine; the memory limit of a container counts as its memory. `folder` names the disk. */
export function readMachine(folder: string): Machine {
  const disk = statfsSync(folder)
  return {
    memory: Math.min(os.totalmem(), containerLimit()),
    freeDisk: disk.bavail * disk.bsize,
    cores: os.availableParallelism(),
  }
}

function containerLimit(): number {
  for (const file of ['/sys/fs/cgroup/memory.max', '/sys/fs/cgroup/memory/memory.limit_in_bytes']) {
    try {
      const limit = Number(readFileSync(file, 'utf8').trim())
      if (limit > 0) return limit
    } catch {}
  }
  return Number.POSITIVE_INFINITY
}

const between = (low: number, value: number, high: number) => Math.max(low, Math.min(high, value))
const mb = (bytes: number) => `${Math.floor(bytes / MiB)}MB`

/** The PostgreSQL settings for a machine: a shop's server shares it with Node, a browser and whatever else runs there. */
export function settingsFor(machine: Machine): Record<string, string> {
  // Checkpoints that come early cost most (each touched page is written whole once more), but WAL must never fill the disk.
  const wal = between(256 * MiB, machine.freeDisk / 8, 8 * GiB)
  return {
    shared_buffers: mb(between(64 * MiB, machine.memory / 8, 8 * GiB)),
    effective_cache_size: mb(between(128 * MiB, machine.memory / 2, 256 * GiB)),
    work_mem: mb(between(4 * MiB, machine.memory / 384, 64 * MiB)),
    maintenance_work_mem: mb(between(32 * MiB, machine.memory / 32, GiB)),
    wal_buffers: mb(between(4 * MiB, machine.memory / 256, 32 * MiB)),
    max_wal_size: mb(wal),
    // What is not stored in the backups yet is kept, but a backup disk that is gone must not fill this one.
    max_slot_wal_keep_size: mb(between(512 * MiB, machine.freeDisk / 4, 32 * GiB)),
    min_wal_size: mb(between(80 * MiB, wal / 8, GiB)),
    checkpoint_timeout: '15min',
    wal_compression: 'pglz',
    random_page_cost: '1.1',
    jit: 'off',
    max_connections: '120',
    // Vacuuming and analysing take what cores there are; half of them belong to the tills.
    autovacuum_max_workers: String(between(1, Math.floor(machine.cores / 2), 3)),
    max_parallel_workers_per_gather: String(between(0, Math.floor(machine.cores / 2), 4)),
  }
}

/** What holds on every machine: where it listens, and that no personal value reaches the log. */
export const always: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  password_encryption: 'scram-sha-256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and the detail of an error ("Key (phone)=(…) already exists") would carry personal data into the log.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_line_prefix: '%m [%p] ',
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgresql-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  // A statement whose client has given up ends, and lets go of what it has locked. Windows has no way to notice.
  ...(process.platform === 'win32' ? {} : { client_connection_check_interval: '1s' }),
}

/** For tests only: a server that forgets everything in a crash. */
export const forgetful: Record<string, string> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '128MB',
  max_wal_size: '1GB',
  min_wal_size: '80MB',
  logging_collector: 'off',
  autovacuum_naptime: '10min',
  max_connections: '200',
}
