import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { allRows } from '#app'
import { openapi } from '#kernel/http.ts'
import { migrate } from '#kernel/migrate.ts'
import { startEmbedded } from '#kernel/postgres/index.ts'
import { settingsTable } from '#kernel/settings.ts'
import type { Command } from './command.ts'
import { dumpSchema } from './schema-dump.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const version = () => (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version

/** Every generated file of the repository, with what its content must be. */
const pieces: Record<string, () => string | Promise<string>> = {
  'docs/operating/settings.md': () => settingsTable('en'),
  'docs/operating/settings.zh-CN.md': () => settingsTable('zh'),
  'openapi.json': () => `${JSON.stringify(openapi(allRows, version()), null, 2)}\n`,
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
    const stale: string[] = []
    for (const [file, render] of Object.entries(pieces)) {
      const target = path.join(root, file)
      const wanted = await render()
      if (readOr(target) === wanted) continue
      stale.push(file)
      if (!words.options['check']) writeFileSync(target, wanted)
    }
    const verb = words.options['check'] ? 'not current, run "npm run -s changke -- generate"' : 'written'
    for (const file of stale) console.log(`${file}: ${verb}`)
    return words.options['check'] && stale.length > 0 ? 1 : 0
  },
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

// The tool belongs to the SDK's workspace; the server does not depend on it.
async function sdkTypes(): Promise<string> {
  const sdk = createRequire(path.join(root, 'sdk/package.json'))
  const tool = sdk('openapi-typescript') as {
    default: (document: object, options: object) => Promise<unknown[]>
    astToString: (nodes: unknown[]) => string
  }
  // What has a default may be left out of what is said.
  const options = { defaultNonNullable: false }
  const document = openapi(allRows, version())
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
