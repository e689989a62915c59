import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
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

/** CPU milliseconds that processes have used so far, with the children they have and had; nothing where the system does not tell. */
export function cpuOf(pid: number): number {
  try {
    const own = statOf(pid)
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => statOf(Number(name)))
      .filter((one) => one.parent === pid)
    return own.used + own.ended + children.reduce((sum, one) => sum + one.used, 0)
  } catch {
    return 0
  }
}

/** The parent of a process. */
export const parentOf = (pid: number): number => statOf(pid).parent

// Fields after the name in parentheses: state, parent, …; 12–15 are user, system, and both of the children that ended, in ticks of 10 ms.
function statOf(pid: number): { parent: number; used: number; ended: number } {
  let text = ''
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    // It ended while we looked.
  }
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  return {
    parent: fields[1] ?? 0,
    used: ((fields[11] ?? 0) + (fields[12] ?? 0)) * 10,
    ended: ((fields[13] ?? 0) + (fields[14] ?? 0)) * 10,
  }
}
