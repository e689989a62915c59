import type { FastifyInstance } from 'fastify'
import { badInput } from './reading.ts'

/** Bodies up to this many letters are read as they are: however they are made, reading them takes no time. */
const harmless = 4_096
const deepest = 100
/** In one object or list: far more than any contract takes, and few enough to say what is wrong with each. */
const widest = 20_000

/**
 * Reads JSON, but looks at a large one before it is made into objects: a hundred thousand levels or a million fields in a small body would hold the
 * house up for seconds, before any contract says how deep and how many.
 */
export function readJson(http: FastifyInstance): void {
  const parse = http.getDefaultJsonParser('error', 'error')
  http.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body as string
    if (text.length > harmless && isUnwieldy(text)) {
      done(badInput([{ path: '', message: `more than ${deepest} levels, or ${widest} parts of one` }]))
      return
    }
    parse(request, text, done)
  })
}

/** True when a text has more levels of brackets, or more commas in one pair of them, than any contract. What is no JSON is judged by the parser. */
export function isUnwieldy(text: string): boolean {
  const commas = new Int32Array(deepest + 1)
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // a text: to its end, over what is escaped in it
        at = endOfText(text, at)
        break
      case 0x2c: // ,
        if (++commas[depth]! > widest) return true
        break
      case 0x5b: // [
      case 0x7b: // {
        if (++depth > deepest) return true
        commas[depth] = 0
        break
      case 0x5d: // ]
      case 0x7d: // }
        if (depth > 0) depth -= 1
        break
    }
  }
  return false
}

function endOfText(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let escapes = 0
    while (text.charCodeAt(end - 1 - escapes) === 0x5c) escapes += 1
    if (escapes % 2 === 0) return end
  }
  return text.length
}
