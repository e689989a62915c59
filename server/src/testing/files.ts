import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Caller } from '#kernel/caller.ts'
import { workOnce } from '#modules/imports/index.ts'
import type { Answer, house } from '#testing'

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

/** A form with a file in it, as a browser sends it; the other fields come first. */
function formOf(fields: Record<string, string>, fileName: string, file: Buffer | string) {
  const border = 'a-border-that-no-file-holds'
  const part = (name: string, more = '') => `--${border}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n`
  const said = Object.entries(fields).map(([name, value]) => `${part(name)}\r\n${value}\r\n`)
  const before = `${said.join('')}${part('file', `; filename="${fileName}"`)}content-type: application/octet-stream\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(before), Buffer.from(file), Buffer.from(`\r\n--${border}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${border}` },
  }
}

type How = { mapping?: Record<string, string>; options?: object; fileName?: string }

/** Imports over HTTP, with the worker's part done at once, in this process. */
export function importer(home: House) {
  /** Uploads a file as a browser does. */
  function send(fields: Record<string, string>, fileName: string, file: Buffer | string, as?: Caller): Promise<Answer> {
    const { body, headers } = formOf(fields, fileName, file)
    return home.ask('POST /v1/imports', body, { headers, ...(as ? { as } : {}) })
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
  async function bring(fields: Record<string, string>, file: Buffer | string, how: How = {}): Promise<Answer> {
    const sent = await send(fields, how.fileName ?? 'file.csv', file)
    if (sent.status !== 200) return sent
    const said = { mapping: how.mapping ?? sent['mapping'], options: how.options ?? {} }
    const mapped = await home.ask(`PUT /v1/imports/${sent['id']}/mapping`, said)
    return mapped.status === 200 ? through(sent['id'], 'start') : mapped
  }

  /** Every row that was reported or remarked upon. */
  async function problems(id: string, task = ''): Promise<Answer['items']> {
    const items = []
    const path = `GET /v1/imports/${id}/problems?limit=200${task ? `&task=${task}` : ''}`
    for (let cursor = ''; ; ) {
      const page = await home.ask(`${path}${cursor ? `&cursor=${cursor}` : ''}`)
      items.push(...page['items'])
      if (!page['next']) return items
      cursor = page['next']
    }
  }

  return { send, work, dieAfter, read, through, bring, problems }
}
