import { SaxesParser } from 'saxes'
import { Refusal } from '#kernel/refusal.ts'
import { refuse } from '../contract.ts'
import { limits } from './limits.ts'

type Attributes = Record<string, string>

/** What somebody who reads XML wants to hear; names come without their prefix. */
export type Ear = {
  open?(name: string, attributes: Attributes): void
  close?(name: string): void
  text?(text: string): void
}

const plain = (name: string): string => name.slice(name.indexOf(':') + 1)

/**
 * Reads XML piece by piece; after each piece whoever listens may hand on what is complete. There are no entities but XML's own: a document type
 * is refused (`imports.entities`), and so is one element, text or depth beyond all measure.
 */
export async function* hear(bytes: AsyncIterable<Buffer>, ear: Ear): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, fragment: false })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let silent = 0
  let depth = 0
  let empty = true
  parser.on('doctype', () => {
    throw refuse('imports.entities')
  })
  parser.on('opentag', ({ name, attributes }) => {
    silent = 0
    if (++depth > limits.xmlDepth) throw refuse('imports.damaged', { why: 'nested too deeply' })
    ear.open?.(plain(name), attributes as Attributes)
  })
  parser.on('closetag', ({ name }) => {
    silent = 0
    depth -= 1
    ear.close?.(plain(name))
  })
  parser.on('text', (text) => ear.text?.(text))
  parser.on('cdata', (text) => ear.text?.(text))
  parser.on('error', (fault) => {
    throw refuse('imports.damaged', { why: fault.message.slice(0, 200) })
  })
  try {
    for await (const chunk of bytes) {
      empty = false
      const text = decoder.decode(chunk, { stream: true })
      // Before it is parsed: a document type is heard of only at its end, and that may be far.
      if (text.includes('<!DOCTYPE') || text.includes('<!ENTITY')) throw refuse('imports.entities')
      silent += text.length
      parser.write(text)
      if (silent > limits.rowBytes) throw refuse('imports.row_too_long', { most: limits.rowBytes })
      yield
    }
    // A part that is not there says nothing, and that is no fault.
    if (!empty) parser.close()
  } catch (fault) {
    if (fault instanceof Refusal) throw fault
    throw refuse('imports.damaged', { why: (fault as Error).message.slice(0, 200) })
  }
  yield
}

/** Reads XML to its end. */
export async function hearAll(bytes: AsyncIterable<Buffer>, ear: Ear): Promise<void> {
  for await (const _ of hear(bytes, ear)) {
    // everything is in the ear
  }
}
