import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { settingsTable } from '#kernel/settings.ts'
import type { Command } from './command.ts'

const root = path.resolve(import.meta.dirname, '../../..')

/** Every generated file of the repository, with what its content must be. */
const pieces: Record<string, () => string | Promise<string>> = {
  'docs/operating/settings.md': () => settingsTable('en'),
  'docs/operating/settings.zh-CN.md': () => settingsTable('zh'),
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
