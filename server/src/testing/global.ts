import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { findBinaries } from '../kernel/postgres/binaries.ts'
import { startEmbedded } from '../kernel/postgres/index.ts'
import { shutDown } from '../kernel/postgres/postmaster.ts'

/** Addresses of the test server; put the name of a database where `{database}` stands. */
export interface TestServer {
  /** The migrator's role, which may also make databases: `create database x template changke_template`. */
  ownerUrl: string
  /** The application's role. */
  appUrl: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    pg: TestServer
  }
}

/** Starts one forgetful PostgreSQL for the whole run, with the migrated database `changke_template` to copy from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep()
  const folder = mkdtempSync(path.join(os.tmpdir(), `changke-test-${process.pid}-`))
  chmodSync(folder, 0o711)
  const server = await startEmbedded({ dir: path.join(folder, 'postgres'), durable: false, command: 'test' })
  const teardown = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const owner = new pg.Client({ connectionString: server.ownerUrl })
    await owner.connect()
    await owner.query('create database changke_template')
    await owner.end()
    const { migrate } = await import('../kernel/migrate.ts')
    await migrate(server.ownerUrl.replace(/\/changke$/, '/changke_template'))
  } catch (error) {
    await teardown()
    throw error
  }
  const open = (url: string) => url.replace(/\/changke$/, '/{database}')
  project.provide('pg', { ownerUrl: open(server.ownerUrl), appUrl: open(server.url) })
  return teardown
}

// A run that was killed could not stop its server: the next run does, and takes its folder away.
async function sweep(): Promise<void> {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = Number(/^changke-test-(\d+)-/.exec(name)?.[1])
    if (!pid || isAlive(pid)) continue
    const folder = path.join(os.tmpdir(), name)
    await shutDown(findBinaries(), path.join(folder, 'postgres/cluster')).catch(() => {})
    rmSync(folder, { recursive: true, force: true })
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
