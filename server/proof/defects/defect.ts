/** A mistake that somebody could make: a change of the text, and the check that must go red. */
export type Defect = {
  name: string
  /** Changes, each in one file: what stands there, exactly once, and what is put in its place. */
  edits: [file: string, from: string, to: string][]
  /** The test file, and the beginning of the name of the test that must fail. */
  check: [file: string, test: string]
}
