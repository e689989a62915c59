import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'

/** CPU time so far: all of it, and what the host took away (steal); null where the system does not tell. */
export function cpuTime(): { all: number; stolen: number } | null {
  try {
    const fields = readFileSync('/proc/stat', 'utf8').split('\n')[0]!.trim().split(/\s+/).slice(1).map(Number)
    return { all: fields.slice(0, 8).reduce((sum, one) => sum + one, 0), stolen: fields[7] ?? 0 }
  } catch {
    return null
  }
}

/** The share of CPU time that the host took away between two readings. */
export const stealBetween = (a: ReturnType<typeof cpuTime>, b: ReturnType<typeof cpuTime>): number =>
  a && b && b.all > a.all ? (b.stolen - a.stolen) / (b.all - a.all) : 0

/** The machine and the commit that a figure belongs to. */
export function provenance(): { commit: string; machine: string } {
  let commit = 'unknown'
  try {
    commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    // a copy without its history
  }
  return {
    commit,
    machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
  }
}
