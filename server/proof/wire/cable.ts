import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { Chance } from '../random.ts'
import { type Line, layLine } from './line.ts'

/**
 * Opens a line between one process of the server and PostgreSQL: connections are lost, answers come late or half, and what PostgreSQL says
 * to a commit is eaten after it was done.
 */
export async function openCable(target: number, chance: Chance): Promise<Line> {
  const counts: Record<string, number> = {}
  const count = (what: string) => {
    counts[what] = (counts[what] ?? 0) + 1
  }
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const database = connect(target, '127.0.0.1')
    let eats = false
    const end = () => {
      client.destroy()
      database.destroy()
      sockets.delete(client)
    }
    sockets.add(client)
    for (const socket of [client, database]) socket.on('error', end).on('close', end).setNoDelay(true)
    client.on('data', (chunk: Buffer) => {
      if (line.bad && chance.once(900)) {
        count('connection lost')
        return end()
      }
      if (line.bad && chunk.includes('commit') && chance.once(60)) eats = true
      database.write(chunk)
    })
    const answer = async () => {
      for await (const chunk of database as AsyncIterable<Buffer>) {
        if (eats) {
          count('commit’s answer eaten')
          return
        }
        if (line.bad && chance.once(1_500)) {
          count('answer cut')
          client.write(chunk.subarray(0, chance.below(chunk.length)))
          await wait(1)
          return
        }
        if (line.bad && chance.once(200)) {
          count('answer late')
          await wait(chance.below(200))
        }
        client.write(chunk)
      }
    }
    answer().then(end, end)
  })
  const line = await layLine(server, sockets, counts)
  return line
}
