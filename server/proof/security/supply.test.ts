import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loadedAtRunTime } from '../../src/tidy/loaded.ts'
import { root } from '../../src/tidy/street.ts'
import { checkSupply, type Lockfile, type Manifest } from './supply.ts'

const read = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T
const lock = read<Lockfile>('package-lock.json')
const manifests = ['.', 'server', 'sdk', 'console', 'e2e'].map((folder) => read<Manifest>(`${folder}/package.json`))

it('knows every part of others by one version and its sha512, and runs the install scripts that are allowed by name', () => {
  expect.soft(checkSupply(lock, manifests)).toEqual([])
  const planted = structuredClone(lock)
  Object.assign(planted.packages['node_modules/fastify']!, { integrity: 'sha1-x', hasInstallScript: true })
  Object.assign(planted.packages['node_modules/pg']!, {
    version: '^8',
    dependencies: { evil: 'git+ssh://evil.example/x' },
  })
  planted.packages['node_modules/zod']!.resolved = 'somewhere'
  const loose = { name: 'loose', dependencies: { zod: '^4.0.0' } }
  expect(checkSupply(planted, [...manifests, loose])).toHaveLength(6)
})

it('loads at most 130 of them at run time, none of which is for development', () => {
  const loaded = loadedAtRunTime()
  console.log(`packages of others that load at run time on the server: ${loaded.length}`)
  expect(loaded.length).toBeLessThanOrEqual(130)
  const dev = Object.entries(lock.packages)
    .filter(([, entry]) => (entry as { dev?: boolean }).dev)
    .map(([place]) => place)
  expect(loaded.filter((place) => dev.includes(place))).toEqual([])
})
