import { readFileSync } from 'node:fs'

/** Calls `gone` once when the npm or the script that started us is killed: its child would keep the data folder for itself. */
export function watchParents(gone: () => void): void {
  // Started by a script under an older Node: the channel closes with the script.
  if (process.channel) {
    process.once('disconnect', gone)
    process.channel.unref()
  }
  if (!process.env['npm_lifecycle_event']) return
  const line = ancestors()
  const timer = setInterval(() => {
    if (line.every((pid, place) => pid === (place === 0 ? process.ppid : parentOf(line[place - 1]!)))) return
    clearInterval(timer)
    gone()
  }, 100)
  timer.unref()
}

// Up to npm itself: the script and the shell between npm and us do not notice that npm is gone.
function ancestors(): number[] {
  const line = [process.ppid]
  const climb = () => {
    const parent = parentOf(line.at(-1)!)
    if (parent !== undefined) line.push(parent)
  }
  if (process.channel) climb()
  if (isShell(line.at(-1)!)) climb()
  return line
}

function isShell(pid: number): boolean {
  try {
    return /^(sh|dash|bash|ash|busybox|zsh)$/.test(readFileSync(`/proc/${pid}/comm`, 'utf8').trim())
  } catch {
    return false
  }
}

function parentOf(pid: number): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
  } catch {
    return undefined
  }
}
