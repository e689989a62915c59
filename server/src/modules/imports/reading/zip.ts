import { Readable } from 'node:stream'
import type { Entry, ZipFile } from 'yauzl'
import yauzl from 'yauzl'
import { Refusal } from '#kernel/refusal.ts'
import { refuse } from '../contract.ts'
import type { Staged } from '../staging/vault.ts'
import { limits } from './limits.ts'
import { Proportion } from './unpack.ts'

class StagedReader extends yauzl.RandomAccessReader {
  private readonly staged: Staged
  constructor(staged: Staged) {
    super()
    this.staged = staged
  }
  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(this.staged.bytes(start, end), { objectMode: false })
  }
}

/** A zip archive in a staged file: its parts by name, each read as a stream. Nothing is ever written to disk. */
export class Archive {
  private readonly zip: ZipFile
  private readonly parts: Map<string, Entry>
  private readonly proportion = new Proportion()

  private constructor(zip: ZipFile, parts: Map<string, Entry>) {
    this.zip = zip
    this.parts = parts
  }

  /** Reads the table of contents. Refuses `imports.damaged`, and `imports.bomb` for more parts than any spreadsheet has. */
  static async open(staged: Staged): Promise<Archive> {
    try {
      const zip = await fromStaged(staged)
      if (zip.entryCount > limits.zipEntries) throw refuse('imports.bomb', { parts: zip.entryCount })
      const parts = new Map<string, Entry>()
      for await (const entry of zip.eachEntry()) parts.set(entry.fileName.toLowerCase(), entry)
      return new Archive(zip, parts)
    } catch (fault) {
      throw sentenced(fault)
    }
  }

  has(name: string): boolean {
    return this.parts.has(name.toLowerCase())
  }

  /** A part's bytes, unpacked while they are read; nothing if there is no such part. */
  async *read(name: string): AsyncGenerator<Buffer> {
    const entry = this.parts.get(name.toLowerCase())
    if (!entry) return
    if (entry.isEncrypted()) throw refuse('imports.locked')
    // What a part says of its own size is only a word; what comes out of it is counted as well.
    this.proportion.took(entry.compressedSize)
    let stream: Readable | undefined
    try {
      stream = await this.zip.openReadStreamPromise(entry)
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        this.proportion.gave(chunk.length)
        yield chunk
      }
    } catch (fault) {
      throw sentenced(fault)
    } finally {
      stream?.destroy()
    }
  }
}

const fromStaged = (staged: Staged): Promise<ZipFile> =>
  new Promise((done, failed) => {
    yauzl.fromRandomAccessReader(
      new StagedReader(staged),
      staged.size,
      { lazyEntries: true, autoClose: false, strictFileNames: true },
      (fault, zip) => (fault ? failed(fault) : done(zip)),
    )
  })

const sentenced = (fault: unknown): unknown =>
  fault instanceof Refusal ? fault : refuse('imports.damaged', { why: (fault as Error).message })
