import { performance } from 'node:perf_hooks'
import type { App } from '#app'

export type Path = { name: string; url: string; known: (n: number) => object; unknown: (n: number) => object }
export type Gap = { path: string; tries: number; known: number; unknown: number; gap: number; answers: string[] }

const median = (times: number[]): number => times.toSorted((a, b) => a - b)[times.length >> 1]!

/**
 * Asks for what is known and what is not, in turns so that a busy moment of the machine falls on both, each from an address of its own. Answers
 * the medians in milliseconds, how far they are apart, and every answer that was seen (one, when both are told the same).
 */
export async function gapOf(app: App, path: Path, tries: number, between: () => Promise<unknown>): Promise<Gap> {
  const times = { known: [] as number[], unknown: [] as number[] }
  const answers = new Set<string>()
  for (let n = 0; n < tries; n++) {
    await between()
    for (const which of n % 2 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
      const remoteAddress = `10.${(n >> 14) & 255}.${(n >> 7) & 127}.${(n & 127) * 2 + (which === 'known' ? 0 : 1)}`
      const payload = path[which](n)
      const began = performance.now()
      const answer = await app.http.inject({ method: 'POST', url: path.url, payload, remoteAddress })
      times[which].push(performance.now() - began)
      const headers = Object.entries(answer.headers).filter(
        ([name]) => !/^(x-request-id|date|x-ratelimit-.*)$/.test(name),
      )
      answers.add(JSON.stringify([answer.statusCode, answer.body, headers]))
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)]
  return { path: path.name, tries, known, unknown, gap: Math.abs(known - unknown), answers: [...answers] }
}
