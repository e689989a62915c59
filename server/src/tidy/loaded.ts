import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'

/** The packages of others that the server and its commands really load when everything of theirs is imported, in a process of its own. */
export function loadedAtRunTime(): string[] {
  return JSON.parse(execFileSync(process.execPath, [import.meta.filename], { encoding: 'utf8' })) as string[]
}

async function loadAll(): Promise<string[]> {
  const seen = new Set<string>()
  registerHooks({
    load(url, context, next) {
      const [, folder] = /^file:.*?\/(node_modules\/.*)$/.exec(url) ?? []
      const name = folder?.match(/^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[0]
      if (name) seen.add(name)
      return next(url, context)
    },
  })
  const source = join(import.meta.dirname, '..')
  await import(join(source, 'main.ts'))
  // What is loaded late is loaded all the same.
  await Promise.all(['graphile-worker'].map((name) => import(name)))
  for (const name of readdirSync(join(source, 'cli'))) {
    if (/(?<!\.test)\.ts$/.test(name)) await import(join(source, 'cli', name))
  }
  return [...seen].sort()
}

if (import.meta.main) process.stdout.write(JSON.stringify(await loadAll()))
