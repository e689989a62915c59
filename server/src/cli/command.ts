import type { parseArgs } from 'node:util'

type Config = NonNullable<Parameters<typeof parseArgs>[0]>

/** What a person typed after the name of a command. */
export interface Words {
  options: Record<string, string | boolean | (string | boolean)[] | undefined>
  rest: string[]
}

/** One command of `changke`. */
export interface Command {
  /** One line for the list of commands. */
  summary: string
  /** The whole help in plain words, shown by --help. */
  help: string
  options?: NonNullable<Config['options']>
  /** Whether words without dashes may follow. */
  takesWords?: boolean
  /** Does it; answers the exit code, 0 if nothing is answered. */
  run(words: Words): Promise<number | undefined>
}

/** A mistake in what was typed: its message is a sentence, the exit code is 2. */
export class BadWords extends Error {
  override name = 'BadWords'
  readonly exitCode = 2
}

/** The text of an option, or a refusal that says it is missing. */
export function needed(words: Words, name: string): string {
  const value = words.options[name]
  if (typeof value !== 'string' || value === '') throw new BadWords(`--${name} is missing.`)
  return value
}

/** The text of an option that may be left out. */
export function optional(words: Words, name: string): string | undefined {
  const value = words.options[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** Reads all of the standard input as text, without the newline at its end: passwords come this way, never as an argument. */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '')
}
