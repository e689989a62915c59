import { Refusal } from './api.ts'

const place = 'changke.unanswered'

function read(): Map<string, string> {
  try {
    return new Map(JSON.parse(sessionStorage.getItem(place) ?? '[]') as [string, string][])
  } catch {
    return new Map()
  }
}

function write(keys: Map<string, string>): void {
  try {
    sessionStorage.setItem(place, JSON.stringify([...keys]))
  } catch {
    // A browser that keeps nothing forgets an unanswered command with a reload, and nothing else.
  }
}

/**
 * Sends a command that moves value under a key that is kept until the server has answered, even when its form is closed or the page loaded
 * anew meanwhile: whoever tries again after a lost answer gets that answer, and nothing is booked twice. `what` names the thing (`topup <member>`);
 * `opening` is the key of this opening of the form, so that a second click after the answer is no second command.
 */
export async function tellOnce<T>(what: string, opening: string, send: (key: string) => Promise<T>): Promise<T> {
  const unanswered = read()
  const key = used.get(opening) ?? unanswered.get(what) ?? opening
  used.set(opening, key)
  write(unanswered.set(what, key))
  const answered = () => {
    const keys = read()
    keys.delete(what)
    write(keys)
  }
  try {
    const answer = await send(key)
    answered()
    return answer
  } catch (thrown) {
    if (thrown instanceof Refusal) answered()
    throw thrown
  }
}

/** Under which key an opening has sent. */
const used = new Map<string, string>()
