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
    // Who is let in gets the place of who has left: between the two nobody else may take it.
    await new Promise<void>((go) => waiting.push(go))
  } else running += 1
  try {
    return await act()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
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

// What people make passwords of, when they are asked for a long one.
const worst = new Set(
  `password passwort passwd pass passw word secret letmein welcome login access master admin administrator administrador root user guest test testing
   demo default changeme change hello computer internet iloveyou loveyou love monkey dragon football baseball basketball soccer superman
   batman spiderman sunshine princess shadow michael jordan jennifer ashley charlie daniel thomas andrew matthew jessica summer winter
   spring autumn january october december monday friday starwars pokemon freedom whatever trustno ninja mustang cheese flower cookie
   killer hunter ranger qwerty qwertyuiop qwertyui qwert qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qaz wsx edc rfv
   qazwsx qazwsxedc qazwsxedcrfv qwer qwe asd zxc wasd abc abcd abcde abcdef abcdefg abcdefgh abcdefghij abcdefghijkl abcdefghijklm
   woaini aini woaiwojia woaizhongguo zhongguo china beijing shanghai nihao laopo laogong baobao mima wodemima xiaoming zhangwei
   wangwei liwei wang zhang chen liu yang changke changkechangke huiyuan shoukuan dianzhang store shop shopshop member manager cashier
   company office business money samsung apple google facebook wechat weixin alipay taobao huawei xiaomi`.split(/\s+/),
)

const leet: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const isLetter = (one: string): boolean => /\p{Letter}/u.test(one)
const lettersOf = (all: readonly string[]): string => all.filter(isLetter).join('')

/** Whether a password is one of the worst words, or some of them, dressed up with digits, signs and letters that look alike. */
function isWorst(plain: string): boolean {
  const all = [...plain]
  const spelt = all.map((one) => leet[one] ?? one)
  const [first, last] = [Math.max(0, all.findIndex(isLetter)), all.findLastIndex(isLetter) + 1]
  // Of the signs around them a few may be letters of the word: @dmin, l0v3, p455.
  const cores = [0, first].flatMap((start) => [0, 1, 2, 3].map((more) => spelt.slice(start, last + more)))
  return [all, ...cores].some((some) => isMadeOfWorst(lettersOf(some)))
}

// Up to this many of the words one after the other. Nothing left is nothing but digits and signs.
const mostWords = 3

function isMadeOfWorst(text: string, left = mostWords): boolean {
  if (text === '') return true
  if (left === 0) return false
  for (let length = Math.min(text.length, 16); length > 2; length--)
    if (worst.has(text.slice(0, length)) && isMadeOfWorst(text.slice(length), left - 1)) return true
  return false
}

/**
 * Refuses `org.password_weak` with the reason: `short` under twelve characters, `long` over two hundred, `common` for what attackers try first:
 * a few letters again and again, nothing but digits and signs, or words of the lists however they are dressed up; `login` when it contains the
 * person's own login. Nothing is asked about digits or capitals.
 */
export function checkPassword(password: string, logins: readonly (string | null)[]): void {
  const plain = password.normalize('NFKC').toLowerCase()
  const why = (reason: string) => refuse('org.password_weak', { reason })
  if ([...plain].length < 12) throw why('short')
  if ([...plain].length > 200) throw why('long')
  for (const login of logins) {
    // of a phone its last ten digits, for nobody types the country's code into a password
    const name = login?.startsWith('+') ? login.slice(-10) : login?.split('@')[0]?.toLowerCase()
    if (name && name.length >= 4 && plain.includes(name)) throw why('login')
  }
  if (new Set(plain).size < 4 || isWorst(plain)) throw why('common')
}
