import { createWriteStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { system } from '#kernel/caller.ts'
import { readSettings } from '#kernel/settings.ts'
import { exportList, ListName, Take } from '#modules/imports/index.ts'
import { findStoreByCode } from '#modules/org/index.ts'
import { BadWords, type Command, needed, optional } from './command.ts'
import { withApp } from './database.ts'

const text = { type: 'string' } as const

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`

export const command: Command = {
  summary: 'write a list to a CSV or XLSX',
  help: `
changke export LIST --out FILE [OPTIONS]

LIST is one of ${listed(ListName.options)}.
The form is that of the file's name (.csv or .xlsx); "-" is the standard output, as CSV. Who took what, and why, is written down. Works beside a
running server.

  --out      the file to write
  --reason   why it leaves the house
  --reveal   members with phone, e-mail, id number and address in clear
  --store    only of the store with this code
  --from, --to  first and last day`,
  takesWords: true,
  options: { out: text, reason: text, store: text, from: text, to: text, reveal: { type: 'boolean' } },
  async run(words) {
    const out = needed(words, 'out')
    const said = {
      list: words.rest[0],
      format: out.endsWith('.xlsx') ? 'xlsx' : 'csv',
      reason: optional(words, 'reason') ?? 'changke export',
      reveal: words.options['reveal'] === true,
      from: optional(words, 'from'),
      to: optional(words, 'to'),
    }
    return withApp(readSettings(process.env), 'export', async ({ db }) => {
      const code = optional(words, 'store')
      const store = code === undefined ? undefined : await db.read((read) => findStoreByCode(read, code))
      if (code !== undefined && !store) throw new BadWords(`There is no store with the code "${code}".`)
      const wanted = Take.safeParse({ ...said, ...(store ? { storeId: store.id } : {}) })
      if (!wanted.success)
        throw new BadWords(wanted.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
      const { body } = await exportList(db, wanted.data, { ...system('changke export'), language: 'en' })
      await pipeline(body as Readable, out === '-' ? process.stdout : createWriteStream(out, { mode: 0o600 }))
      return 0
    })
  },
}
