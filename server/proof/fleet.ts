import path from 'node:path'
import { freePort, readAccess, urlOf } from '#kernel/postgres/access.ts'
import { type Served, servedOn } from './served.ts'
import type { Reply, Wire } from './wire.ts'

/** Where a process finds a PostgreSQL that another one owns; asked for at each start. */
export const databaseOf = (data: string, port?: number) => (): { url: string; ownerUrl: string } => {
  const access = readAccess(path.join(data, 'postgres'))!
  const at = { ...access, port: port ?? access.port }
  return { url: urlOf(at, 'changke_app'), ownerUrl: urlOf(at, 'changke_owner') }
}

/** The house as several processes: two that answer requests, of which the first owns PostgreSQL, and a worker of its own. */
export type Fleet = { apis: [Served, Served]; worker: Served; stop(): Promise<void> }

/** Starts the house on a data folder as three processes. */
export async function openFleet(data: string): Promise<Fleet> {
  const database = databaseOf(data)
  const owner = servedOn(data, await freePort(), { role: 'api' })
  await owner.start()
  const second = servedOn(data, await freePort(), { role: 'api', database })
  const worker = servedOn(data, await freePort(), { role: 'worker', database })
  await Promise.all([second.start(), worker.start()])
  return {
    apis: [owner, second],
    worker,
    async stop() {
      await Promise.all([second.stop(), worker.stop()])
      await owner.stop()
    },
  }
}

/** A line to any of several processes: each question goes to one of them, by `pick`. `heard` is told who answered with success, and when it was asked. */
export function eitherOf(
  wires: Wire[],
  pick: (most: number) => number,
  heard: (at: number, sentAtMs: number) => void = () => {},
): Wire {
  return {
    async ask(method, path, body, reference): Promise<Reply> {
      const at = pick(wires.length)
      const sentAtMs = Date.now()
      const reply = await wires[at]!.ask(method, path, body, reference)
      if (reply.status === 200) heard(at, sentAtMs)
      return reply
    },
    get eaten() {
      return wires.reduce((sum, { eaten }) => sum + eaten, 0)
    },
    set eaten(_) {
      throw new Error('only a single line eats')
    },
    close: () => {
      for (const wire of wires) wire.close()
    },
  }
}
