import type { Refusal } from '#kernel/refusal.ts'

const sentences: Record<string, string> = {
  'org.already_set_up': 'The organisation is set up already: sign in, or let somebody in with "changke user reset".',
  'org.not_set_up': 'There is no organisation yet: set it up in the browser, or with "changke setup".',
  'org.role_unknown': 'There is no such role.',
  'org.person_unknown': 'Nobody signs in with this.',
  'setup.template_unknown': 'There is no such charter template: pharmacy is one.',
  'setup.login_wrong': 'This is neither an e-mail address nor a phone number.',
  'org.password_weak':
    'This password is too easy to guess: at least ten characters, not a common one, not the login itself.',
}

/** A refusal in plain words for the command line, with its details. */
export function sentenceOf({ code, details }: Refusal): string {
  const more = Object.entries(details).map(
    ([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  )
  return `${sentences[code] ?? `Refused: ${code}.`}${more.length > 0 ? ` (${more.join(', ')})` : ''}`
}
