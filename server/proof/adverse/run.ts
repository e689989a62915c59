import type { Asked, Found, Part } from './part.ts'

/** Each adversity, with what must hold in it; loaded when it is run. */
const parts: Part[] = [
  {
    name: 'pool',
    proves: 'every connection of the database is taken and the house’s own are ended',
    run: async (asked) => (await import('./pool.ts')).runPool(asked),
  },
  {
    name: 'slow',
    proves: 'the database answers late, and then not at all',
    run: async (asked) => (await import('./slow.ts')).runSlow(asked),
  },
  {
    name: 'disk',
    proves: 'the disk of the data, or of the write-ahead log, is full',
    run: async (asked) => (await import('./disk.ts')).runDisk(asked),
  },
  {
    name: 'clients',
    proves: 'thousands of clients send and read slowly',
    run: async (asked) => (await import('./clients.ts')).runClients(asked),
  },
  {
    name: 'oversize',
    proves: 'bodies, heads and addresses are far too large',
    run: async (asked) => (await import('./oversize.ts')).runOversize(asked),
  },
  {
    name: 'clock',
    proves: 'the server’s clock jumps',
    run: async (asked) => (await import('./clock.ts')).runClock(asked),
  },
  {
    name: 'start',
    proves: 'three servers start at once where nothing is yet',
    run: async (asked) => (await import('./start.ts')).runStart(asked),
  },
  {
    name: 'soak',
    proves: 'half a load for long: nothing grows',
    run: async (asked) => (await import('./soak.ts')).runSoak(asked),
  },
]

/**
 * Runs one adversity by its name, or all of them one after the other, each so often; a soak for so many minutes (half an hour in a long form). Answers
 * figures and faults of all.
 */
export async function runAdverse({ part, ...asked }: Asked & { part?: string }): Promise<Found> {
  const chosen = part ? parts.filter(({ name }) => name === part) : parts
  if (chosen.length === 0) throw new Error(`there is no part ${part}: ${parts.map(({ name }) => name).join(', ')}`)
  const all: Found = { figures: {}, faults: [] }
  for (const { name, proves, run } of chosen) {
    asked.say(`${name}: ${proves}`)
    const minutes = asked.minutes ?? (asked.times >= 20 ? 30 : 0.5)
    const found = await run({ ...asked, minutes }).catch(
      (fault: Error): Found => ({ figures: {}, faults: [fault.stack ?? fault.message] }),
    )
    for (const [figure, value] of Object.entries(found.figures)) all.figures[`${name}: ${figure}`] = value
    all.faults.push(...found.faults.map((fault) => `${name}: ${fault}`))
  }
  return all
}
