import type { App } from '#app'
import { system } from '#kernel/caller.ts'
import { readSettings } from '#kernel/settings.ts'
import { publish, templates } from '#modules/charter/index.ts'
import { Beginning, setUpOrganisation } from '#modules/org/index.ts'
import { BadWords, type Command, needed, optional, readStdin, type Words } from './command.ts'
import { withApp } from './database.ts'

const text = { type: 'string' } as const

export const command: Command = {
  summary: 'set the organisation up without a browser',
  help: `
changke setup --template NAME --owner-email ADDRESS --owner-password-stdin [OPTIONS]

Does what the first visit in the browser does, once: the organisation, its first store, its owner and its charter.

  --template              the charter to begin with: ${Object.keys(templates).join(', ')}
  --owner-email           what the owner signs in with (or --owner-phone)
  --owner-password-stdin  read the owner's password from the standard input; it never stands in a command
  --owner-name            how the owner is called; without it, the part of the address before the @
  --organisation          the name of the organisation; without it, 我的店
  --store, --store-code   name and code of the first store; without them, 总店 and S1
  --currency              CNY without it
  --zone                  the time zone, Asia/Shanghai without it
  --language              zh or en, zh without it`,
  options: {
    template: text,
    organisation: text,
    store: text,
    'store-code': text,
    currency: text,
    zone: text,
    language: text,
    'owner-name': text,
    'owner-email': text,
    'owner-phone': text,
    'owner-password-stdin': { type: 'boolean' },
  },
  async run(words) {
    const template = needed(words, 'template')
    const charter = templates[template]
    if (!charter)
      throw new BadWords(
        `There is no charter template "${template}": choose one of ${Object.keys(templates).join(', ')}.`,
      )
    const beginning = await readBeginning(words)
    await withApp(readSettings(process.env), 'setup', (app) => begin(app, beginning, charter))
    console.log(
      `${beginning.organisation.name} is set up. Start it with "npm start" and sign in as ${beginning.owner.email ?? beginning.owner.phone}.`,
    )
    return 0
  },
}

async function begin(app: App, beginning: Beginning, charter: (typeof templates)[string]): Promise<void> {
  await app.db.write(async (tx) => {
    await setUpOrganisation(tx, beginning)
    await publish(tx, { charter, note: '' }, system('setup'))
  })
}

async function readBeginning(words: Words): Promise<Beginning> {
  const say = (name: string) => optional(words, name)
  if (!say('owner-email') && !say('owner-phone')) throw new BadWords('--owner-email (or --owner-phone) is missing.')
  if (!words.options['owner-password-stdin']) {
    throw new BadWords("--owner-password-stdin is missing: the owner's password is read from the standard input.")
  }
  const known = <T extends Record<string, string | undefined>>(each: T) =>
    Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined))
  const parsed = Beginning.safeParse({
    organisation: known({
      name: say('organisation') ?? '我的店',
      currency: say('currency'),
      zone: say('zone'),
      language: say('language'),
    }),
    store: { code: say('store-code') ?? 'S1', name: say('store') ?? '总店' },
    owner: known({
      name: say('owner-name') ?? say('owner-email')?.split('@')[0] ?? say('owner-phone'),
      email: say('owner-email'),
      phone: say('owner-phone'),
      password: await readStdin(),
    }),
  })
  if (parsed.success) return parsed.data
  throw new BadWords(parsed.error.issues.map((issue) => `${issue.path.join(' ')}: ${issue.message}.`).join('\n'))
}
