/** Something that a person must change before the server can start: its message is one plain sentence for that person. */
export class CannotStart extends Error {
  override name = 'CannotStart'
  readonly exitCode = 1
}

/** Another living process owns the embedded database; its addresses are handed over for those who only want to talk to it. */
export class AlreadyRunning extends CannotStart {
  override name = 'AlreadyRunning'
  // Private, so that an error that is logged whole does not carry the passwords.
  readonly #urls: { ownerUrl: string; url: string }

  constructor(sentence: string, urls: { ownerUrl: string; url: string }) {
    super(sentence)
    this.#urls = urls
  }

  /** The addresses of the running database. */
  get urls(): { ownerUrl: string; url: string } {
    return this.#urls
  }
}
