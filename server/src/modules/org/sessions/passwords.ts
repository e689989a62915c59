import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { refuse } from '../contract.ts'

// OWASP's second setting for argon2id: 19 MiB, two passes, one lane.
const memory = 19_456
const passes = 2
const parallelism = 1
const tagLength = 32

/** At most so many at once, and so many in the queue: each takes 19 MiB and a thread that other work needs. */
const mostAtOnce = 4
const mostWaiting = 200
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(act: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) {
    if (waiting.length >= mostWaiting) throw refuse('org.locked', { seconds: 10 })
    await new Promise<void>((go) => waiting.push(go))
  }
  running += 1
  try {
    return await act()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

const hash = (message: string, nonce: Buffer, settings: { memory: number; passes: number; parallelism: number }) =>
  inTurn(
    () =>
      new Promise<Buffer>((done, failed) =>
        argon2('argon2id', { message, nonce, tagLength, ...settings }, (fault, tag) =>
          fault ? failed(fault) : done(Buffer.from(tag)),
        ),
      ),
  )

const encode = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** What is kept of a password: argon2id in the PHC form, with its own salt. */
export async function keepPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await hash(password.normalize('NFKC'), nonce, { memory, passes, parallelism })
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(nonce)}$${encode(tag)}`
}

const kept = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/
const nobodys = `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${encode(randomBytes(16))}$${encode(randomBytes(32))}`

/** Whether a password is the one kept; for nobody's it takes the same time and is wrong. */
export async function isPassword(password: string, keptText: string | null): Promise<boolean> {
  const match = kept.exec(keptText ?? nobodys)
  if (!match) throw new Error('a kept password is not in its form')
  const [, m, t, p, nonce, tag] = match
  const settings = { memory: Number(m), passes: Number(t), parallelism: Number(p) }
  const found = await hash(password.normalize('NFKC'), Buffer.from(nonce!, 'base64'), settings)
  return timingSafeEqual(found, Buffer.from(tag!, 'base64')) && keptText !== null
}

// The worst of the lists that attackers try first, ten letters and longer, for shorter ones are refused anyway.
const worst = new Set(
  `1234567890 0123456789 9876543210 12345678910 123456789a a123456789 qwertyuiop 1q2w3e4r5t 1qaz2wsx3edc qwerty12345 qwerty123456
   password12 password123 password1234 passw0rd123 administrator admin12345 admin123456 administrator1 welcome123 welcome1234
   iloveyou12 iloveyou123 woaini1314 woaini1314520 woaini520 5201314520 1314520520 aa123456789 abc1234567 abc123456789 abcd123456
   abcdefghij abcd1234567 asdfghjkl1 asdfghjkl; zxcvbnm123 qazwsxedc1 qazwsxedcrfv 1111111111 0000000000 8888888888 6666666666
   1234512345 1122334455 112233445566 123123123123 123321123321 147258369a 1472583690 changke123 changke1234 changkechangke letmein123
   monkey12345 football123 superman123 sunshine123 princess123 dragon12345 baseball123 123qwe123qwe q1w2e3r4t5 qwe123456789
   woaizhongguo zhongguo123 wangyut2000 xiaoming123 password!! p@ssw0rd123 p@ssword123`.split(/\s+/),
)

/**
 * Refuses `org.password_weak` with the reason: `short` under ten characters, `long` over two hundred, `common` on the list of the worst
 * or one character again and again, `login` when it contains the person's own login. Nothing is asked about digits or capitals.
 */
export function checkPassword(password: string, logins: readonly (string | null)[]): void {
  const plain = password.normalize('NFKC').toLowerCase()
  const why = (reason: string) => refuse('org.password_weak', { reason })
  if ([...plain].length < 10) throw why('short')
  if ([...plain].length > 200) throw why('long')
  if (worst.has(plain) || new Set(plain).size < 4) throw why('common')
  for (const login of logins) {
    // of a phone its last ten digits, for nobody types the country's code into a password
    const name = login?.startsWith('+') ? login.slice(-10) : login?.split('@')[0]?.toLowerCase()
    if (name && name.length >= 4 && plain.includes(name)) throw why('login')
  }
}
