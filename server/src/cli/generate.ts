import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { allRows } from '#app'
import { migrate } from '#kernel/migrate.ts'
import { startEmbedded } from '#kernel/postgres/index.ts'
import { settingsTable } from '#kernel/settings.ts'
import { arrows } from '#modules/arrows.ts'
import { routesTable } from '../generate/routes-table.ts'
import { withStreet } from '../generate/street-map.ts'
import type { Command } from './command.ts'
import { dumpSchema } from './schema-dump.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const modules = path.join(root, 'server/src/modules')
const version = () => (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version

/** Every generated file of the repository, with what its content must be. */
const pieces: Record<string, () => string | Promise<string>> = {
  'docs/operating/settings.md': () => settingsTable('en'),
  'docs/operating/settings.zh-CN.md': () => settingsTable('zh'),
  'openapi.json': async () => `${JSON.stringify(await contract(), null, 2)}\n`,
  'docs/api/routes.md': () => routesTable(allRows),
  'docs/architecture.md': () => withStreet(readOr(path.join(root, 'docs/architecture.md'))!, arrows, modules),
  'docs/security.md': async () => (await import('../../proof/security/table.ts')).securityTable(),
  'docs/security.zh-CN.md': async () => (await import('../../proof/security/table.ts')).securityInChinese(),
  'sdk/src/api.generated.ts': sdkTypes,
  'schema.sql': schemaText,
}

export const command: Command = {
  summary: 'write the generated files of the repository again (or --check that they are current)',
  help: `
changke generate [--check]

Writes every generated file again from its source: ${Object.keys(pieces).join(', ')}.

  --check   writes nothing; names the files that are not current and ends with 1 if there are any`,
  options: { check: { type: 'boolean' } },
  async run(words) {
    const check = words.options['check'] === true
    let stale = 0
    for (const [file, render] of Object.entries(pieces)) {
      const target = path.join(root, file)
      const wanted = await render()
      const before = readOr(target)
      if (before === wanted) continue
      stale += 1
      console.log(`${file}: ${check ? 'not current' : 'written'}${difference(before, wanted)}`)
      if (check) continue
      mkdirSync(path.dirname(target), { recursive: true })
      writeFileSync(target, wanted)
    }
    if (check && stale > 0) console.log('Write them again with: npm run -s changke -- generate')
    return check && stale > 0 ? 1 : 0
  },
}

/** How many lines come and go, and the first of each: enough to see which change of the source it was. */
function difference(before: string | undefined, wanted: string): string {
  if (before === undefined) return ', a new file'
  const [old, fresh] = [before.split('\n'), wanted.split('\n')]
  const [inOld, inFresh] = [new Set(old), new Set(fresh)]
  const gone = old.filter((line) => !inFresh.has(line))
  const come = fresh.filter((line) => !inOld.has(line))
  const first = (sign: string, lines: string[]) =>
    lines.slice(0, 3).map((line) => `\n  ${sign} ${line.trim().slice(0, 140)}`)
  return [`, ${come.length} lines come and ${gone.length} go`, ...first('-', gone), ...first('+', come)].join('')
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

// Loaded when it is needed: reading the source takes a parser that a server in service does not carry.
async function contract(): Promise<object> {
  const { reference } = await import('../generate/reference.ts')
  return reference(version())
}

// The tool belongs to the SDK's workspace; the server does not depend on it.
async function sdkTypes(): Promise<string> {
  const sdk = createRequire(path.join(root, 'sdk/package.json'))
  const tool = sdk('openapi-typescript') as {
    default: (document: object, options: object) => Promise<unknown[]>
    astToString: (nodes: unknown[]) => string
  }
  const { factory } = sdk('typescript') as { factory: { createTypeReferenceNode: (name: string) => unknown } }
  const options = {
    // What has a default may be left out of what is said.
    defaultNonNullable: false,
    transform: ({ format }: { format?: string }) =>
      format === 'binary' ? factory.createTypeReferenceNode('Blob') : undefined,
  }
  const document = await contract()
  return `// Made by "changke generate" from openapi.json. Do not edit.\n\n${tool.astToString(await tool.default(document, options))}`
}

async function schemaText(): Promise<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'changke-generate-'))
  const server = await startEmbedded({ dir: path.join(folder, 'postgres'), durable: false, command: 'generate' })
  const client = new pg.Client({ connectionString: server.ownerUrl })
  client.on('error', () => {})
  try {
    await migrate(server.ownerUrl)
    await client.connect()
    return await dumpSchema(client)
  } finally {
    await client.end()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
