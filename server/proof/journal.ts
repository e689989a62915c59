import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'

/** A command as it was asked, with the caller's reference. `member` is the place in the list of members; null for a walk-in. */
export type Call = {
  reference: string
  /** The operation that is asked. */
  kind: string
  member: number | null
  path: string
  body: Record<string, unknown>
}

/** One line of the journal. What is asked is written down before it is sent, what is answered as soon as it is read. */
export type Entry =
  | { what: 'asked'; atMs: number; call: Call }
  | { what: 'answered'; atMs: number; reference: string; status: number; text: string }
  /** No answer came, or one that says nothing of what happened: the same reference is asked again. */
  | { what: 'ambiguous'; atMs: number; reference: string; why: string }
  /** The till was switched off before it knew: nobody asks this reference again. */
  | { what: 'abandoned'; atMs: number; reference: string }
  | { what: 'killed'; atMs: number; victim: string }

/** What the journal knows of one reference in the end. */
export type Account = {
  call: Call
  /** Every final answer that any client ever got: all must be the same. */
  answers: { status: number; text: string }[]
  ambiguous: number
  abandoned: boolean
}

/** An append-only file of what a client asked and was answered; the database is held against it, not against anybody's memory. */
export class Journal {
  readonly file: string
  private readonly handle: number
  acknowledged = 0
  ambiguous = 0

  constructor(file: string) {
    this.file = file
    this.handle = openSync(file, 'ax')
  }

  write(entry: Entry): void {
    writeSync(this.handle, `${JSON.stringify(entry)}\n`)
    if (entry.what === 'answered' && entry.status === 200) this.acknowledged += 1
    if (entry.what === 'ambiguous') this.ambiguous += 1
  }

  close(): void {
    closeSync(this.handle)
  }
}

/** Reads a journal back: each reference with everything that is known of it, in the order of asking. */
export function readJournal(file: string): Map<string, Account> {
  const known = new Map<string, Account>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line === '') continue
    const entry = JSON.parse(line) as Entry
    if (entry.what === 'killed') continue
    if (entry.what === 'asked') {
      const { call } = entry
      if (known.has(call.reference)) throw new Error(`the journal asks ${call.reference} twice`)
      known.set(call.reference, { call, answers: [], ambiguous: 0, abandoned: false })
      continue
    }
    const account = known.get(entry.reference)
    if (!account) throw new Error(`the journal answers ${entry.reference}, which nobody asked`)
    if (entry.what === 'answered') account.answers.push({ status: entry.status, text: entry.text })
    else if (entry.what === 'ambiguous') account.ambiguous += 1
    else account.abandoned = true
  }
  return known
}
