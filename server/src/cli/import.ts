import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { App } from '#app'
import { system } from '#kernel/caller.ts'
import { Refusal } from '#kernel/refusal.ts'
import { readSettings } from '#kernel/settings.ts'
import type { ImportDetail } from '#modules/imports/index.ts'
import * as imports from '#modules/imports/index.ts'
import { findStoreByCode } from '#modules/org/index.ts'
import { BadWords, type Command, optional, type Words } from './command.ts'
import { withApp } from './database.ts'
import { sentenceOf } from './sentences.ts'

const text = { type: 'string' } as const
const yes = { type: 'boolean' } as const

export const command: Command = {
  summary: 'bring members, products, purchases or opening balances in from a CSV or XLSX',
  help: `
changke import KIND FILE [OPTIONS]

KIND is members, products, purchases or openings (balances of an old system). FILE is a CSV (also gzip) or an XLSX. The columns are guessed by
their names and shown; a dry run says what would go in; then it is asked whether to begin. Progress goes to the standard error, the report to
the standard output. Works beside a running server. Ctrl-C pauses; "--resume ID" goes on.

  --mapping          the name of a saved mapping, or JSON such as {"手机号":"phone"}
  --options          JSON of options besides those below, as in the API's ImportOptions
  --as               purchases: history (moves no value) or earning (points and growth by the charter); history without it
  --store            the code of the store of rows that name none
  --source           the name of the old system, for foreign ids
  --currency         what the amounts are in; the store's currency without it
  --unit             yuan or fen (major or minor units); yuan without it
  --zone             the time zone of the file; the store's without it
  --unknown-members  purchases: report or create
  --save-as          keep the mapping under this name
  --errors           write the rows that could not go in to this CSV
  --dry-run          only say what would happen
  --again            also if this very file was taken in before
  --yes              do not ask
  --resume           go on with an import that was paused or killed, by its id`,
  takesWords: true,
  options: {
    ...{ mapping: text, options: text, as: text, store: text, source: text, currency: text, unit: text, zone: text },
    ...{ 'unknown-members': text, 'save-as': text, errors: text, resume: text },
    ...{ 'dry-run': yes, again: yes, yes },
  },
  run: (words) => withApp(readSettings(process.env), 'import', (app) => bring(app, words)),
}

const who = { ...system('changke import'), language: 'en' as const }
const say = (line: string) => process.stderr.write(`${line}\n`)

async function bring(app: App, words: Words): Promise<number> {
  const resumed = optional(words, 'resume')
  if (resumed) {
    const { state } = await app.db.read((read) => imports.readImport(read, { id: resumed }, who))
    // Whoever was killed could not say so: the run is taken over as soon as its worker has given no sign of life for twenty seconds.
    if (state !== 'running' && state !== 'waiting')
      await app.db.write((tx) => imports.resumeImport(tx, { id: resumed }, who))
    return follow(app, resumed, words)
  }
  const { id } = await upload(app, words)
  await app.db.write((tx) => imports.checkImport(tx, { id }, who))
  const checked = await until(app, id)
  if (checked.state === 'failed') return failed(checked)
  report('Would go in', checked.checked!)
  if (words.options['dry-run']) {
    await writeErrors(app, id, words)
    await app.db.write((tx) => imports.cancelImport(tx, { id }, who))
    return 0
  }
  if (!words.options['yes'] && !(await agreed())) {
    await app.db.write((tx) => imports.cancelImport(tx, { id }, who))
    say('Nothing was imported.')
    return 1
  }
  await app.db.write((tx) =>
    imports.startImport(tx, { id, again: words.options['again'] === true, accept: false }, who),
  )
  return follow(app, id, words)
}

async function upload(app: App, words: Words): Promise<ImportDetail> {
  const [kind, file] = words.rest
  const known = imports.Kind.safeParse(kind)
  if (!known.success) throw new BadWords('Say what the file holds: members, products, purchases or openings.')
  if (!file || words.rest.length > 2) throw new BadWords('Say which file.')
  if (!existsSync(file)) throw new BadWords(`There is no file ${file}.`)
  const mapping = optional(words, 'mapping')
  const asJson = mapping?.trimStart().startsWith('{')
    ? readJson<Record<string, string>>('--mapping', mapping)
    : undefined
  const sent = await imports.uploadImport(
    app.db,
    { kind: known.data, ...(mapping && !asJson ? { mapping } : {}) },
    { fileName: path.basename(file), stream: createReadStream(file) },
    who,
  )
  const saveAs = optional(words, 'save-as')
  const mapped = await app.db.write(async (tx) =>
    imports.mapImport(
      tx,
      {
        id: sent.id,
        mapping: asJson ?? sent.mapping,
        options: await optionsOf(app, sent, words),
        ...(saveAs ? { saveAs } : {}),
      },
      who,
    ),
  )
  say(`${mapped.fileName}: ${mapped.shape.form}${mapped.shape.encoding ? `, ${mapped.shape.encoding}` : ''}`)
  for (const column of mapped.columns) say(`  ${column} → ${mapped.mapping[column] ?? '(not read)'}`)
  return mapped
}

async function optionsOf(app: App, sent: ImportDetail, words: Words): Promise<ImportDetail['options']> {
  const code = optional(words, 'store')
  const store = code === undefined ? undefined : await app.db.read((read) => findStoreByCode(read, code))
  if (code !== undefined && !store) throw new BadWords(`There is no store with the code "${code}".`)
  const more = optional(words, 'options')
  const said = {
    ...sent.options,
    ...(more ? readJson<object>('--options', more) : {}),
    ...(store ? { storeId: store.id } : {}),
    ...Object.fromEntries(
      (['as', 'source', 'currency', 'unit', 'zone'] as const).flatMap((name) =>
        optional(words, name) === undefined ? [] : [[name, optional(words, name)]],
      ),
    ),
    ...(optional(words, 'unknown-members') ? { unknownMembers: optional(words, 'unknown-members') } : {}),
  }
  const parsed = imports.Options.safeParse(said)
  if (parsed.success) return parsed.data
  throw new BadWords(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'))
}

function readJson<T>(name: string, json: string): T {
  try {
    return JSON.parse(json) as T
  } catch (error) {
    throw new BadWords(`${name} is no JSON: ${(error as Error).message}`)
  }
}

async function agreed(): Promise<boolean> {
  if (!process.stdin.isTTY) throw new BadWords('Nobody is there to be asked: add --yes to begin.')
  const desk = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await desk.question('Import this? [y/N] ')
  desk.close()
  return /^y/i.test(answer.trim())
}

/** Works on an import, or watches whoever has it in hand, until it rests or ends. */
async function until(app: App, id: string): Promise<ImportDetail> {
  const pause = () => void app.db.write((tx) => imports.pauseImport(tx, { id }, who)).catch(() => {})
  process.once('SIGINT', pause)
  const shown = { last: 0 }
  try {
    while (true) {
      await imports.workOnce(
        {
          db: app.db,
          log,
          progress: (job) =>
            progress(shown, imports.rowsDone({ ...job.run, place: job.place, counts: job.counts }), job.rate),
        },
        id,
      )
      const detail = await app.db.read((read) => imports.readImport(read, { id }, who))
      if (detail.state !== 'waiting' && detail.state !== 'running') return detail
      progress(shown, detail.rowsDone, detail.rate)
      await wait(500)
    }
  } finally {
    process.off('SIGINT', pause)
    if (shown.last > 0) process.stderr.write('\n')
  }
}

const log = { info() {}, warn() {}, error: (_: object, sentence: string) => say(sentence) }

function progress(shown: { last: number }, rows: number, rate: number): void {
  if (Date.now() - shown.last < 250) return
  shown.last = Date.now()
  process.stderr.write(`\r${rows.toLocaleString('en')} rows, ${Math.round(rate).toLocaleString('en')} a second   `)
}

async function follow(app: App, id: string, words: Words): Promise<number> {
  const done = await until(app, id)
  if (done.state === 'failed') return failed(done)
  if (done.state === 'paused') {
    say(`Paused. Go on with: changke import --resume ${id}`)
    return 130
  }
  report('Imported', done.report ?? { counts: done.counts, differences: [] })
  console.log(`Import ${id} is ${done.state}.`)
  await writeErrors(app, id, words)
  return done.report && done.report.differences.length > 0 ? 1 : 0
}

function failed({ id, fault }: ImportDetail): number {
  const { code, details } = fault ?? { code: 'imports.fault', details: {} }
  console.error(
    `${sentenceOf(new Refusal(code, 422, details))}\nWhat is in stays in. Once the cause is gone: changke import --resume ${id}`,
  )
  return 1
}

const many = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

function report(
  title: string,
  { counts, differences }: Pick<NonNullable<ImportDetail['report']>, 'counts' | 'differences'>,
): void {
  const { rows, accepted, anonymous, reported, empty, things, sums } = counts
  console.log(
    `${title}: ${many(rows, 'row')}: ${accepted} accepted, ${anonymous} of nobody we know, ${reported} reported, ${empty} empty; ${many(things, 'thing')}.`,
  )
  for (const [what, sum] of Object.entries(sums)) console.log(`  ${what}: ${sum}`)
  for (const { what, file, house } of differences)
    console.log(`  DIFFERS: ${what}: ${file} in the file, ${house} in the house`)
}

async function writeErrors(app: App, id: string, words: Words): Promise<void> {
  const file = optional(words, 'errors')
  if (!file) return
  const { body } = await imports.downloadProblems(app.db, { id }, who)
  await pipeline(body as Readable, createWriteStream(file, { mode: 0o600 }))
  say(`The list of rows is in ${file}.`)
}
