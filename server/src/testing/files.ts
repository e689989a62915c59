import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Caller } from '#kernel/caller.ts'
import type { Answer, house } from '#testing'
import { workOnce } from '../modules/imports/running/worker.ts'

type House = Pick<ReturnType<typeof house>, 'ask' | 'app' | 'sql'>

const quiet = { info() {}, warn() {}, error: (what: object, text: string) => console.error(text, what) }

/** A folder of the shared data sets: beside the checkout, or where CHANGKE_SHARED says. They are not part of the repository. */
export function shared(...path: string[]): string {
  const folder = process.env['CHANGKE_SHARED'] ?? resolve(import.meta.dirname, '../../../../shared/data')
  const file = join(folder, ...path)
  if (!existsSync(file))
    throw new Error(
      `The shared data set ${path.join('/')} is missing: put it beside the checkout, or say CHANGKE_SHARED.`,
    )
  return file
}

/** Imports over HTTP, with the worker's part done at once, in this process. */
export function importer(home: House) {
  /** Uploads a file as a browser does; the other fields of the form come first. */
  async function send(
    fields: Record<string, string>,
    fileName: string,
    file: Buffer | string,
    as?: Caller,
  ): Promise<Answer> {
    const border = 'a-border-that-no-file-holds'
    const head = Object.entries(fields)
      .map(([name, value]) => `--${border}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join('')
    const payload = Buffer.concat([
      Buffer.from(
        `${head}--${border}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
      ),
      Buffer.from(file),
      Buffer.from(`\r\n--${border}--\r\n`),
    ])
    return home.ask('POST /v1/imports', payload, {
      ...(as ? { as } : {}),
      headers: { 'content-type': `multipart/form-data; boundary=${border}` },
    })
  }

  /** Lets the worker do what is in line, to its end. */
  async function work(): Promise<void> {
    while (await workOnce({ db: home.app.db, log: quiet }));
  }

  /** Lets a worker die after so many commits: it leaves no word, as after a SIGKILL. */
  async function dieAfter(commits: number): Promise<void> {
    let left = commits
    const dead = Object.assign(new Error('dead'), { code: 'ECONNRESET' })
    const progress = () => {
      left -= 1
      if (left === 0) throw dead
    }
    await workOnce({ db: home.app.db, log: quiet, progress }).catch((fault) => {
      if (fault !== dead) throw fault
    })
  }

  const read = (id: string): Promise<Answer> => home.ask(`GET /v1/imports/${id}`)

  /** Puts an import in line for a deed and waits for its end. */
  async function through(id: string, deed: 'check' | 'start' | 'undo', body: object = {}): Promise<Answer> {
    const answer = await home.ask(`POST /v1/imports/${id}/${deed}`, body)
    if (answer.status !== 200) return answer
    await work()
    return read(id)
  }

  /** Uploads, maps and imports a file; answers the import as it ended. */
  async function bring(
    fields: Record<string, string>,
    file: Buffer | string,
    {
      mapping,
      options,
      fileName = 'file.csv',
    }: { mapping?: Record<string, string>; options?: object; fileName?: string } = {},
  ): Promise<Answer> {
    const sent = await send(fields, fileName, file)
    if (sent.status !== 200) return sent
    const mapped = await home.ask(`PUT /v1/imports/${sent['id']}/mapping`, {
      mapping: mapping ?? sent['mapping'],
      options: options ?? {},
    })
    if (mapped.status !== 200) return mapped
    return through(sent['id'], 'start')
  }

  /** Every row that was reported or remarked upon. */
  async function problems(id: string, task = ''): Promise<Answer['items']> {
    const items = []
    for (let cursor = ''; ; ) {
      const page = await home.ask(
        `GET /v1/imports/${id}/problems?limit=200${task ? `&task=${task}` : ''}${cursor ? `&cursor=${cursor}` : ''}`,
      )
      items.push(...page['items'])
      if (!page['next']) return items
      cursor = page['next']
    }
  }

  return { send, work, dieAfter, read, through, bring, problems }
}
