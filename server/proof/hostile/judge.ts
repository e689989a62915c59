import type { Operation } from './declared.ts'
import { misfits } from './fits.ts'

export type Got = { status: number; type: string; text: string; ms: number }

// What only somebody who looks into the machine should read.
const inner =
  /node_modules|\.ts:\d+|\n\s+at |pg_catalog|violates|syntax error at|relation "|invalid input syntax|changke_app/

/**
 * What is wrong with an answer, whatever was asked: a fault of ours, an answer that openapi.json does not declare, a look inside. Without an
 * operation it was asked where nothing is served; `lost` when the address may lead nowhere.
 */
export function judge(operation: Operation | undefined, lost: boolean, method: string, got: Got): string[] {
  const { status, type, text, ms } = got
  const wrong: string[] = []
  if (ms > 5_000) wrong.push(`took ${Math.round(ms / 1_000)} s`)
  if (status >= 500) return [...wrong, `${status}`]
  if (inner.test(status === 200 ? '' : text)) wrong.push(`tells of the machine: ${text.slice(0, 200)}`)
  if (method === 'HEAD') return wrong // has no body to judge
  if (!operation)
    return status === 200 && !type.startsWith('text/html') ? [...wrong, `200 where nothing is: ${type}`] : wrong
  if (status === 431 || (status === 400 && text === '')) return wrong // the parser of Node itself, before there is a request
  if (lost && [400, 404, 414].includes(status)) return wrong
  const answers = operation.answers.get(status)
  if (!answers) return [...wrong, `${status} is not declared: ${text.slice(0, 200)}`]
  const shape = answers.get(type.split(';')[0]!)
  if (!shape) return [...wrong, `${status} comes as ${type || 'nothing'}, declared is ${[...answers.keys()]}`]
  if (!type.includes('json')) return wrong
  const body = jsonOf(text)
  if (body === undefined) return [...wrong, `${status} is no JSON: ${text.slice(0, 200)}`]
  const unfit = misfits(shape, body)
  if (unfit.length > 0) wrong.push(`${status} is not as declared: ${unfit.slice(0, 3).join('; ')}`)
  if (status !== 200 && (body as { status?: number }).status !== status)
    wrong.push(`${status} says that it is ${(body as { status?: number }).status}`)
  return wrong
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
