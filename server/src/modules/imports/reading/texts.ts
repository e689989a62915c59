import { refuse } from '../contract.ts'
import { limits } from './limits.ts'
import { hearAll } from './xml.ts'
import type { Archive } from './zip.ts'

const page = 1024 * 1024

/**
 * The distinct texts of a spreadsheet, to which its cells point. They are kept as bytes in pages, not as strings: a string costs several times
 * as much. Refuses `imports.too_many_texts` beyond what the house is ready to keep.
 */
export class Texts {
  private readonly pages: Buffer[] = []
  private starts = new Float64Array(1024)
  private count = 0
  private end = 0

  add(text: string): void {
    const length = Buffer.byteLength(text)
    // A text lies in one page whole; the end of a page stays empty if it does not fit.
    if (this.pages.length === 0 || this.end + length > this.pages.length * page) {
      if (length > page) throw refuse('imports.row_too_long', { most: page })
      this.end = this.pages.length * page
      this.pages.push(Buffer.allocUnsafe(page))
    }
    if (this.end + length > limits.textBytes || this.count >= limits.texts)
      throw refuse('imports.too_many_texts', { most: limits.textBytes })
    if (this.count + 2 > this.starts.length) {
      const grown = new Float64Array(this.starts.length * 2)
      grown.set(this.starts)
      this.starts = grown
    }
    this.pages.at(-1)!.write(text, this.end % page)
    // Start and length share a number: 2^21 lengths, 2^32 starts.
    this.starts[this.count] = this.end * 2_097_152 + length
    this.count += 1
    this.end += length
  }

  at(index: number): string | undefined {
    if (!(index >= 0 && index < this.count)) return undefined
    const packed = this.starts[index]!
    const start = Math.floor(packed / 2_097_152)
    const from = start % page
    return this.pages[Math.floor(start / page)]!.toString('utf8', from, from + (packed % 2_097_152))
  }
}

/** Reads `sharedStrings.xml`: the text of each entry, of all its runs, without the readings that stand above Japanese. */
export async function readTexts(archive: Archive, part: string): Promise<Texts> {
  const texts = new Texts()
  let text = ''
  let inside = false
  let reading = 0
  await hearAll(archive.read(part), {
    open(name) {
      if (name === 'si') text = ''
      else if (name === 'rPh') reading += 1
      else if (name === 't') inside = reading === 0
    },
    text(more) {
      if (inside) text += more
      if (text.length > limits.rowBytes) throw refuse('imports.row_too_long', { most: limits.rowBytes })
    },
    close(name) {
      if (name === 't') inside = false
      else if (name === 'rPh') reading -= 1
      else if (name === 'si') texts.add(text)
    },
  })
  return texts
}
