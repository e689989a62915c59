import { createHash } from 'node:crypto'
import { constants, type Dirent, type Stats } from 'node:fs'
import { type FileHandle, open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { type Bytes, readerOf } from './sealed.ts'
import { BackupFault } from './shape.ts'

export type FileNote = { path: string; bytes: number; sha256: string }

// What a server makes anew at its start, or what belongs to a running one (as pg_basebackup leaves out, src/backend/backup/basebackup.c). The log
// may hold what people typed, and belongs to the machine.
const emptied = new Set(
  [
    'pg_wal',
    'pg_replslot',
    'pg_stat_tmp',
    'pg_dynshmem',
    'pg_notify',
    'pg_serial',
    'pg_snapshots',
    'pg_subtrans',
  ].concat('log'),
)
const left =
  /^(postmaster\.(pid|opts)|pg_internal\.init.*|pgsql_tmp.*|.*\.tmp|backup_label.*|tablespace_map.*|.*\.signal)$/
const temporary = /^t\d+_\d+/
const control = path.join('global', 'pg_control')
const chunkBytes = 256 * 1024

/** Everything in a cluster's folder that belongs into a backup, as paths within it; the control file last. Folders end in a slash. */
async function* walk(cluster: string, within = ''): AsyncGenerator<string> {
  let entries: Dirent[]
  try {
    entries = await readdir(path.join(cluster, within), { withFileTypes: true })
  } catch (error) {
    // A folder or file may go while its cluster is copied: the log knows of it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  for (const entry of entries) {
    const each = path.join(within, entry.name)
    if (entry.isSymbolicLink())
      throw new BackupFault(
        `${path.join(cluster, each)} leads out of the database's folder: backups cover that folder only.`,
      )
    if (entry.isDirectory() && !left.test(entry.name)) {
      yield `${each}/`
      if (within !== '' || !emptied.has(entry.name)) yield* walk(cluster, each)
    } else if (entry.isFile() && !left.test(entry.name) && !temporary.test(entry.name) && each !== control) yield each
  }
  if (within === '') yield control
}

/** The head of a file in an archive: its length, then its path and size as JSON. */
function headOf(head: { path: string; bytes: number }): Buffer {
  const text = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  return Buffer.concat([length, text])
}

/** One file for an archive. What was cut off while it was read is filled up with zeros: the log has what was there. */
async function* packFile(file: string, named: string, note: (note: FileNote) => void): AsyncGenerator<Buffer> {
  let handle: FileHandle
  let stat: Stats
  try {
    handle = await open(file, constants.O_RDONLY)
    stat = await handle.stat()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  try {
    yield headOf({ path: named, bytes: stat.size })
    const hash = createHash('sha256')
    for (let from = 0; from < stat.size; ) {
      const chunk = Buffer.alloc(Math.min(chunkBytes, stat.size - from))
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, from)
      const part = bytesRead > 0 ? chunk.subarray(0, bytesRead) : chunk
      hash.update(part)
      from += part.length
      yield part
    }
    note({ path: named, bytes: stat.size, sha256: hash.digest('hex') })
  } finally {
    await handle.close()
  }
}

/** Packs a running cluster; when all has been read, `end` says what belongs in as well (it ends the backup in PostgreSQL). */
export async function* pack(
  cluster: string,
  note: (note: FileNote) => void,
  end: () => Promise<{ path: string; text: string }[]>,
): AsyncGenerator<Buffer> {
  for await (const each of walk(cluster)) {
    if (each.endsWith('/')) yield headOf({ path: each, bytes: 0 })
    else yield* packFile(path.join(cluster, each), each, note)
  }
  for (const { path: named, text } of await end()) {
    const bytes = Buffer.from(text)
    note({ path: named, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') })
    yield headOf({ path: named, bytes: bytes.length })
    yield bytes
  }
}

/** What becomes of each thing in an archive. */
export type Taking = { folder(named: string): Promise<void>; file(named: string, bytes: Bytes): Promise<void> }

/** Reads an archive through and hands each thing over; fails with a sentence when a file is not as the list says, or when one is missing. */
export async function unpack(from: Bytes, files: FileNote[], taking: Taking): Promise<void> {
  const reader = readerOf(from)
  const expected = new Map(files.map((file) => [file.path, file]))
  while (true) {
    const length = await reader.upTo(4)
    if (length.length === 0) break
    const head = length.length === 4 ? await reader.exactly(length.readUInt32BE(0)) : undefined
    if (!head) throw new BackupFault('its archive ends in the middle.')
    const { path: named, bytes } = JSON.parse(head.toString('utf8')) as { path: string; bytes: number }
    if (path.isAbsolute(named) || named.split(/[/\\]/).includes('..')) throw new BackupFault(`it names ${named}.`)
    if (named.endsWith('/')) {
      await taking.folder(named)
      continue
    }
    const hash = createHash('sha256')
    const part = async function* () {
      for (let missing = bytes; missing > 0; ) {
        const chunk = await reader.exactly(Math.min(chunkBytes, missing))
        if (!chunk) throw new BackupFault(`its file ${named} is cut off.`)
        hash.update(chunk)
        missing -= chunk.length
        yield chunk
      }
    }
    await taking.file(named, part())
    const { sha256, bytes: size } = expected.get(named) ?? {}
    if (sha256 !== hash.digest('hex') || size !== bytes) throw new BackupFault(`its file ${named} is not as it was.`)
    expected.delete(named)
  }
  for (const named of expected.keys()) throw new BackupFault(`its file ${named} is missing.`)
}
