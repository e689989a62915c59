import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Refusal } from '#kernel/refusal.ts'
import { refuse } from '../contract.ts'
import { limits } from './limits.ts'

/** Counts what goes into a packed file's reader and what comes out, and refuses `imports.bomb` when it is out of all proportion. */
export class Proportion {
  private into = 0
  private out = 0
  took(bytes: number): void {
    this.into += bytes
  }
  gave(bytes: number): void {
    this.out += bytes
    const tooMuch = this.out > limits.ratioFromBytes && this.out > this.into * limits.ratio
    if (tooMuch || this.out > limits.unpackedBytes) throw refuse('imports.bomb', { unpacked: this.out })
  }
}

/** Unpacks gzip while it is read. Refuses `imports.bomb`, and `imports.damaged` when it is broken or ends too early. */
export async function* gunzip(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const proportion = new Proportion()
  const source = async function* () {
    for await (const chunk of packed) {
      proportion.took(chunk.length)
      yield chunk
    }
  }
  const unzip = createGunzip()
  pipeline(Readable.from(source(), { objectMode: false }), unzip, () => {})
  try {
    for await (const chunk of unzip as AsyncIterable<Buffer>) {
      proportion.gave(chunk.length)
      yield chunk
    }
  } catch (fault) {
    if (fault instanceof Refusal) throw fault
    throw refuse('imports.damaged', { why: (fault as Error).message })
  } finally {
    unzip.destroy()
  }
}
