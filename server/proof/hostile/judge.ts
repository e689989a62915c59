import type { Row } from '#kernel/http.ts'
import { Problem } from '#kernel/http.ts'
import { allRefusals } from '#kernel/refusal.ts'

export type Got = { status: number; type: string; text: string; ms: number }

// What only somebody who looks into the machine should read.
const inner =
  /node_modules|\.ts:\d+|\n\s+at |pg_catalog|violates|syntax error at|relation "|invalid input syntax|changke_app/

/** What is wrong with an answer, whatever was asked (nothing that is served, without a row): a fault of ours, a broken promise, a look inside. */
export function judge(row: Row | undefined, method: string, { status, type, text, ms }: Got): string[] {
  const wrong: string[] = []
  if (ms > 5_000) wrong.push(`took ${Math.round(ms / 1_000)} s`)
  if (status >= 500) return [...wrong, `${status}`]
  if (inner.test(status === 200 ? '' : text)) wrong.push(`tells of the machine: ${text.slice(0, 200)}`)
  if (method === 'HEAD') return wrong // has no body to judge
  if (!row) return status === 200 && !type.startsWith('text/html') ? [...wrong, `200 where nothing is: ${type}`] : wrong
  if (status === 200) return [...wrong, ...judgeAnswer(row, type, text)]
  if (status === 431 || (status === 400 && text === '')) return wrong // the parser of Node itself, before there is a request
  if (!type.startsWith('application/problem+json')) return [...wrong, `${status} comes as ${type || 'nothing'}`]
  const problem = Problem.strict().safeParse(jsonOf(text))
  if (!problem.success) return [...wrong, `${status} is no problem of ours: ${text.slice(0, 200)}`]
  const { code } = problem.data
  if (problem.data.status !== status || allRefusals.get(code) !== status)
    wrong.push(`${code} came with ${status}, and says ${problem.data.status}`)
  if (!code.startsWith('kernel.') && !row.refuses?.includes(code)) wrong.push(`${code} is not declared`)
  return wrong
}

function judgeAnswer(row: Row, type: string, text: string): string[] {
  if (row.kind === 'download') return type === '' ? ['a file without a type'] : []
  if (!type.startsWith('application/json')) return [`200 comes as ${type}`]
  const answer = row.output.safeParse(jsonOf(text))
  return answer.success ? [] : [`200 breaks its contract: ${JSON.stringify(answer.error.issues.slice(0, 2))}`]
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
