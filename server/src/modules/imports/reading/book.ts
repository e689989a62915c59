import { refuse } from '../contract.ts'
import { limits } from './limits.ts'
import { hearAll } from './xml.ts'
import type { Archive } from './zip.ts'

/** What a number of a cell stands for, by its style. */
export type Look = 'number' | 'day' | 'time'

export type Book = {
  sheets: { name: string; part: string }[]
  /** By the cells' style number. */
  looks: Look[]
  /** Days are counted from 1904 instead of 1900. */
  from1904: boolean
  texts: string
}

/** Reads what a spreadsheet says of itself: its sheets, and which styles show a number as a day. Refuses `imports.not_a_table`. */
export async function readBook(archive: Archive): Promise<Book> {
  const home = archive.has('xl/workbook.xml')
    ? 'xl/workbook.xml'
    : (await linksOf(archive, '_rels/.rels', '')).find(({ type }) => type.endsWith('/officeDocument'))?.target
  if (!home || !archive.has(home)) throw refuse('imports.not_a_table')
  const folder = home.slice(0, home.lastIndexOf('/') + 1)
  const links = await linksOf(archive, `${folder}_rels/${home.slice(folder.length)}.rels`, folder)
  const named: { name: string; link: string; hidden: boolean }[] = []
  let from1904 = false
  await hearAll(archive.read(home), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      if (named.length >= limits.sheets) throw refuse('imports.bomb', { sheets: limits.sheets })
      const link = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? ''
      named.push({ name: attributes['name'] ?? '', link, hidden: (attributes['state'] ?? 'visible') !== 'visible' })
    },
  })
  const partOf = (id: string) => links.find((link) => link.id === id && link.type.endsWith('/worksheet'))?.target
  const sheets = named
    .filter(({ hidden }) => !hidden)
    .flatMap(({ name, link }) => {
      const part = partOf(link)
      return part && archive.has(part) ? [{ name, part }] : []
    })
  if (sheets.length === 0) throw refuse('imports.not_a_table')
  const linked = (kind: string) => links.find(({ type }) => type.endsWith(`/${kind}`))?.target ?? ''
  return { sheets, from1904, looks: await readLooks(archive, linked('styles')), texts: linked('sharedStrings') }
}

type Link = { id: string; type: string; target: string }

async function linksOf(archive: Archive, part: string, folder: string): Promise<Link[]> {
  const links: Link[] = []
  await hearAll(archive.read(part), {
    open(name, attributes) {
      if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return
      const target = attributes['Target'] ?? ''
      if (links.length >= limits.zipEntries) throw refuse('imports.bomb', { links: links.length })
      links.push({
        id: attributes['Id'] ?? '',
        type: attributes['Type'] ?? '',
        target: target.startsWith('/') ? target.slice(1) : folder + target,
      })
    },
  })
  return links
}

/** The number formats that every spreadsheet has and that show a day, or only a time. */
const days = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const times = new Set([18, 19, 20, 21, 32, 33, 45, 46, 47])

async function readLooks(archive: Archive, part: string): Promise<Look[]> {
  const looks: Look[] = []
  const own = new Map<number, Look>()
  let inside = false
  await hearAll(archive.read(part), {
    open(name, attributes) {
      if (name === 'numFmt' && own.size < 10_000)
        own.set(Number(attributes['numFmtId']), lookOf(attributes['formatCode'] ?? ''))
      else if (name === 'cellXfs') inside = true
      else if (name === 'xf' && inside && looks.length < 100_000) {
        const id = Number(attributes['numFmtId'] ?? 0)
        looks.push(own.get(id) ?? (days.has(id) ? 'day' : times.has(id) ? 'time' : 'number'))
      }
    },
    close(name) {
      if (name === 'cellXfs') inside = false
    },
  })
  return looks
}

// Spreadsheets take no longer ones; a hostile one of a megabyte would be read for minutes.
const longestFormat = 255

/** What a number format shows: its letters outside of quotes, escapes and brackets say so. */
export function lookOf(format: string): Look {
  const letters = format
    .slice(0, longestFormat)
    .split(';')[0]!
    .replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '')
    .toLowerCase()
  if (/general|标准/.test(letters)) return 'number'
  if (/[yd年月日]|mmm/.test(letters)) return 'day'
  if (/[hs]/.test(letters)) return 'time'
  return /m/.test(letters) ? 'day' : 'number'
}
