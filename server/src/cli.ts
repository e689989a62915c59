import { parseArgs } from 'node:util'
import { Refusal } from '#kernel/refusal.ts'
import { BadWords, type Command } from './cli/command.ts'
import { sentenceOf } from './cli/sentences.ts'

/** Every command: a name of one or two words, and the file that holds it (loaded when it is asked for). */
const commands: Record<string, () => Promise<{ command: Command }>> = {
  serve: () => import('./cli/serve.ts'),
  setup: () => import('./cli/setup.ts'),
  'key new': () => import('./cli/key-new.ts'),
  'key rotate': () => import('./cli/key-rotate.ts'),
  'user reset': () => import('./cli/user-reset.ts'),
  import: () => import('./cli/import.ts'),
  export: () => import('./cli/export.ts'),
  backup: () => import('./cli/backup.ts'),
  restore: () => import('./cli/restore.ts'),
  verify: () => import('./cli/verify.ts'),
  migrate: () => import('./cli/migrate.ts'),
  generate: () => import('./cli/generate.ts'),
}

const helpOption = { help: { type: 'boolean', short: 'h' } } as const

/** Runs what was typed after `changke` and answers the exit code: 0 done, 1 refused or failed, 2 not understood. */
export async function main(typed: string[]): Promise<number> {
  const two = typed.slice(0, 2).join(' ')
  const name = two in commands ? two : (typed[0] ?? 'help')
  if (['help', '--help', '-h'].includes(name)) return overview()
  try {
    const load = commands[name]
    if (!load) throw new BadWords(`There is no command "${name}".`)
    const { command } = await load()
    const { values, positionals } = parseArgs({
      args: typed.slice(name.split(' ').length),
      options: { ...command.options, ...helpOption },
      allowPositionals: command.takesWords ?? false,
    })
    if (values.help) {
      console.log(`${command.help.trim()}\n`)
      return 0
    }
    return (await command.run({ options: values as Record<string, string>, rest: positionals })) ?? 0
  } catch (error) {
    return explain(error, name)
  }
}

function explain(error: unknown, name: string): number {
  const { exitCode, code, message } = error as { exitCode?: number; code?: string; message?: string }
  if (code?.startsWith('ERR_PARSE_ARGS') || error instanceof BadWords) {
    console.error(`${message}\nHelp: npm run -s changke -- ${name in commands ? `${name} ` : ''}--help`)
    return 2
  }
  if (error instanceof Refusal) {
    console.error(sentenceOf(error))
    return 1
  }
  // Errors with an exit code of their own are sentences for people; the rest are faults and are shown whole.
  console.error(exitCode === undefined ? error : message)
  return exitCode ?? 1
}

async function overview(): Promise<number> {
  console.log('Changke (常客), membership and loyalty for shops.\n\nnpm run -s changke -- COMMAND [OPTIONS]\n')
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  for (const [name, load] of Object.entries(commands)) {
    console.log(`  ${name.padEnd(width)}  ${(await load()).command.summary}`)
  }
  console.log('\nEach command explains itself with --help. Settings: docs/operating/settings.md\n')
  return 0
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2))
