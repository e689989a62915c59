import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Rows = <T>(text: string, values?: unknown[]) => Promise<T[]>

/** The digits of a text as anybody might have written them: full-width forms, blanks, dashes, dots and brackets between them do not hide them. */
const plain = (text: string): string =>
  text.normalize('NFKC').replace(/(?<=\d)[\s().\-\u00a0\u2010-\u2015]+(?=\d)/g, '')

/** Which of the phones stand in a text, in whatever form: plain, spaced, with +86, full-width, base64 or as bytes written in hex. */
export function phonesIn(text: string, phones: readonly string[]): string[] {
  const digits = plain(text)
  return phones.filter(
    (phone) =>
      digits.includes(phone) ||
      text.includes(Buffer.from(phone).toString('hex')) ||
      [0, 1, 2].some((shift) => text.includes(base64Core(phone, shift))),
  )
}

// The letters that a phone makes inside a longer base64 text, when it begins at this byte of three: those that are its own alone.
function base64Core(phone: string, shift: number): string {
  const text = Buffer.from(' '.repeat(shift) + phone).toString('base64')
  return text.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + phone.length) * 8) / 6))
}

/** Every row of every table of the house (and of the job queue) as text, by table. */
export async function dump(rows: Rows): Promise<Map<string, string>> {
  const tables = await rows<{ name: string }>(
    `select format('%I.%I', nspname, relname) as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace
      where relkind in ('r', 'm') and nspname not in ('pg_catalog', 'information_schema', 'pg_toast') order by 1`,
  )
  const texts = new Map<string, string>()
  for (const { name } of tables) {
    const found = await rows<{ row: string }>(`select t::text as row from ${name} t`)
    texts.set(name, found.map(({ row }) => row).join('\n'))
  }
  return texts
}

/** Every file below a folder, byte by byte, one after the other: together they may not fit into memory. */
export function* files(folder: string): Generator<[path: string, text: string]> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    yield [path, readFileSync(path, 'latin1')]
  }
}
