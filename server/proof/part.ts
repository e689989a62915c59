/** What a part is asked: how much, from which seed, and what it may keep of itself for a run that goes on after a kill. */
export type Asked = {
  size: number
  seed: number
  say(sentence: string): void
  /** A word of the command line that only this part knows (`--file`, `--only`); '' if it was not said. */
  word(name: string): string
  /** What this part kept under a name before the run was killed. */
  kept(name: string): unknown
  keep(name: string, what: unknown): void
}

/** What a part came to: its figures, and everything that is not as it must be, a sentence each. */
export type Outcome = { figures: Record<string, string | number>; faults: string[] }

/** One part of the proof. */
export type Part = {
  name: string
  /** What is true when it ends without a fault. */
  proves: string
  /** What its size counts. */
  counts: string
  short: number
  long: number
  /** Does it; undefined when what it needs is not there, and why was said. */
  run(asked: Asked): Promise<Outcome | undefined>
}
