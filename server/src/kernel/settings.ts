import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'

/** One setting: its name in the environment, what holds without it, what may be said, and what it is for. */
export interface SettingRow {
  name: string
  /** What holds when it is not set, for the guide. */
  otherwise: string | { en: string; zh: string }
  /** Ends the sentence "NAME must be …". */
  mustBe: string
  schema: z.ZodType
  en: string
  zh: string
}

const database = z.string().refine((text) => {
  const url = URL.parse(text)
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
})
const proxy = (text: string) => {
  const [address = '', bits] = text.split('/')
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const version = isIP(address)
  return version > 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128)))
}
const list = (text: string) => text.split(',').map((each) => each.trim())
const roles = ['all', 'api', 'worker'] as const
const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

/** Every setting of the server. The operating guide's table is made from this one. */
export const settingRows = [
  {
    name: 'PORT',
    otherwise: '8080',
    mustBe: 'a whole number from 1 to 65535 (or 0 for any free port)',
    schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().max(65_535)),
    en: 'The port that the server listens on.',
    zh: '服务监听的端口。',
  },
  {
    name: 'HOST',
    otherwise: '127.0.0.1',
    mustBe: 'a host name or an address without a port, such as 127.0.0.1 or 0.0.0.0',
    schema: z.string().refine((text) => isIP(text) > 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(text)),
    en: 'The address that the server listens on. The default is reachable from this machine only; put a TLS proxy in front before opening it.',
    zh: '服务监听的地址。默认只有本机可以访问；对外开放之前，请在前面放一个 TLS 反向代理。',
  },
  {
    name: 'PUBLIC_URL',
    otherwise: 'http://HOST:PORT',
    mustBe: 'an address such as https://shop.example.com, without a path',
    schema: z.string().refine((text) => {
      const url = URL.parse(text)
      return (
        url !== null &&
        /^https?:$/.test(url.protocol) &&
        url.pathname === '/' &&
        !url.search &&
        !url.hash &&
        !url.username
      )
    }),
    en: 'The address that people type. Links in messages, cookies and passkeys depend on it.',
    zh: '用户在浏览器里输入的地址。消息里的链接、Cookie 与通行密钥都依赖它。',
  },
  {
    name: 'TRUSTED_PROXIES',
    otherwise: { en: 'none', zh: '无' },
    mustBe:
      'a list of addresses or networks with commas, such as 127.0.0.1,10.0.0.0/8 (or loopback, linklocal, uniquelocal)',
    schema: z
      .string()
      .refine((text) => list(text).every(proxy))
      .transform(list),
    en: 'The proxies whose X-Forwarded-For is believed. From anyone else it is ignored.',
    zh: '可信的反向代理；只有来自它们的 X-Forwarded-For 才会被采信。',
  },
  {
    name: 'CHANGKE_DATA',
    otherwise: './data',
    mustBe: 'the path of a folder',
    schema: z.string().refine((text) => !text.includes('\0')),
    en: 'The data folder: the embedded database, the key file, staged imports. Back it up.',
    zh: '数据文件夹：内置数据库、密钥文件、待导入的文件。请备份它。',
  },
  {
    name: 'CHANGKE_KEY_FILE',
    otherwise: { en: '`keys.json` in the data folder', zh: '数据文件夹里的 `keys.json`' },
    mustBe: 'the path of a file',
    schema: z.string().refine((text) => !text.includes('\0') && !text.endsWith('/')),
    en: 'The keys that open encrypted phones and id numbers. Made at the first start. Keep a copy apart from the backups of the database.',
    zh: '解密手机号、证件号的密钥文件，首次启动时生成。请与数据库备份分开另存一份。',
  },
  {
    name: 'CHANGKE_BACKUPS',
    otherwise: { en: 'no backups by themselves', zh: '不自动备份' },
    mustBe: 'the path of a folder',
    schema: z.string().refine((text) => !text.includes('\0')),
    en: 'Where backups go: of the embedded database with all that is written after them, of a PostgreSQL of your own its rows. A folder on another disk.',
    zh: '备份存放的文件夹，应在另一块磁盘上：内置数据库连同其后写入的一切；自备 PostgreSQL 则为其全部数据行。',
  },
  {
    name: 'CHANGKE_BACKUP_DAYS',
    otherwise: '14',
    mustBe: 'a whole number of days from 1 to 3650',
    schema: z.string().regex(/^\d+$/).transform(Number).pipe(z.number().min(1).max(3_650)),
    en: 'For how many days backups are kept. The newest two always stay.',
    zh: '备份保留多少天。最新的两份始终保留。',
  },
  {
    name: 'CHANGKE_DRILL_DATABASE_URL',
    otherwise: { en: 'no drills with a PostgreSQL of your own', zh: '自备 PostgreSQL 时不做恢复演练' },
    mustBe: 'an address such as postgres://owner:password@host:5432/drill',
    schema: database,
    en: 'With a PostgreSQL of your own: an empty database, by its owner, into which restores are tried. It is emptied after each.',
    zh: '自备 PostgreSQL 时：用来演练恢复的空数据库（所有者角色）。每次演练后都会清空。',
  },
  {
    name: 'DATABASE_URL',
    otherwise: { en: 'the embedded PostgreSQL', zh: '内置的 PostgreSQL' },
    mustBe: 'an address such as postgres://user:password@host:5432/changke',
    schema: database,
    en: "Your own PostgreSQL (16 or newer) instead of the embedded one: the application's role, which needs no right to make or change tables.",
    zh: '改用您自己的 PostgreSQL（16 或更高版本）：应用角色，无需建表、改表的权限。',
  },
  {
    name: 'DATABASE_OWNER_URL',
    otherwise: 'DATABASE_URL',
    mustBe: 'an address such as postgres://owner:password@host:5432/changke',
    schema: database,
    en: "The migrator's role, which owns the tables. If it is the application's role too, append-only tables are not protected from the application, and start says so.",
    zh: '迁移角色，表的所有者。若与应用角色相同，只增不改的表就不受数据库保护，启动时会提示。',
  },
  {
    name: 'CHANGKE_ROLE',
    otherwise: 'all',
    mustBe: `one of ${roles.join(', ')}`,
    schema: z.enum(roles),
    en: 'What this process does: answer requests (api), run background work (worker), or both (all). The option --role wins over it.',
    zh: '本进程的职责：应答请求（api）、后台任务（worker），或两者兼有（all）。命令行 --role 优先。',
  },
  {
    name: 'LOG_LEVEL',
    otherwise: 'info',
    mustBe: `one of ${levels.join(', ')}`,
    schema: z.enum(levels),
    en: 'How much is logged, as lines of JSON on the standard output.',
    zh: '日志详细程度；日志以 JSON 行写到标准输出。',
  },
] as const satisfies SettingRow[]

/** The settings, read and checked. */
export interface Settings {
  port: number
  host: string
  publicUrl: string | undefined
  trustedProxies: string[]
  dataDir: string
  keyFile: string
  backups: { folder: string | undefined; days: number; drillUrl: string | undefined }
  /** `undefined` means the embedded server. */
  database: { url: string; ownerUrl: string } | undefined
  role: (typeof roles)[number]
  logLevel: (typeof levels)[number]
}

/** All that is wrong with the settings, a sentence each. */
export class BadSettings extends Error {
  override name = 'BadSettings'
  readonly exitCode = 1
  readonly sentences: string[]

  constructor(sentences: string[]) {
    super(sentences.join('\n'))
    this.sentences = sentences
  }
}

// Read by other programs of the house, never by the server.
const elsewhere = ['CHANGKE_SERVER']

/** Reads the settings from an environment; refuses with one sentence for each mistake, all at once. Paths become absolute. */
export function readSettings(
  env: Record<string, string | undefined>,
  options: { role?: string | undefined } = {},
): Settings {
  const given: Record<string, string | undefined> = { ...env, ...(options.role && { CHANGKE_ROLE: options.role }) }
  const mistakes: string[] = []
  const said: Record<string, unknown> = {}
  for (const { name, mustBe, schema } of settingRows) {
    const text = given[name]?.trim()
    if (!text) continue
    const parsed = schema.safeParse(text)
    if (parsed.success) said[name] = parsed.data
    else mistakes.push(`${name} must be ${mustBe}${/DATABASE/.test(name) ? '' : `; it is "${text}"`}.`)
  }
  const names: string[] = settingRows.map((row) => row.name)
  for (const name of Object.keys(env).filter((each) => each.startsWith('CHANGKE_'))) {
    if (names.includes(name) || elsewhere.includes(name)) continue
    mistakes.push(
      `${name} is not a setting of Changke: there are ${names.filter((each) => each.startsWith('CHANGKE_')).join(', ')}.`,
    )
  }
  if (given['DATABASE_OWNER_URL'] && !given['DATABASE_URL']) {
    mistakes.push(
      'DATABASE_OWNER_URL stands without DATABASE_URL: set both, or neither to use the embedded PostgreSQL.',
    )
  }
  if (mistakes.length > 0) throw new BadSettings(mistakes)

  const dataDir = path.resolve((said['CHANGKE_DATA'] as string) ?? 'data')
  const url = said['DATABASE_URL'] as string | undefined
  return {
    port: (said['PORT'] as number) ?? 8080,
    host: (said['HOST'] as string) ?? '127.0.0.1',
    publicUrl: (said['PUBLIC_URL'] as string | undefined)?.replace(/\/$/, ''),
    trustedProxies: (said['TRUSTED_PROXIES'] as string[]) ?? [],
    dataDir,
    keyFile: path.resolve((said['CHANGKE_KEY_FILE'] as string) ?? path.join(dataDir, 'keys.json')),
    backups: {
      folder: said['CHANGKE_BACKUPS'] === undefined ? undefined : path.resolve(said['CHANGKE_BACKUPS'] as string),
      days: (said['CHANGKE_BACKUP_DAYS'] as number) ?? 14,
      drillUrl: said['CHANGKE_DRILL_DATABASE_URL'] as string | undefined,
    },
    database: url ? { url, ownerUrl: (said['DATABASE_OWNER_URL'] as string) ?? url } : undefined,
    role: (said['CHANGKE_ROLE'] as Settings['role']) ?? 'all',
    logLevel: (said['LOG_LEVEL'] as Settings['logLevel']) ?? 'info',
  }
}

/** The operating guide's table of settings as Markdown, in English or Chinese. */
export function settingsTable(language: 'en' | 'zh'): string {
  const words =
    language === 'en'
      ? {
          title: 'Settings',
          head: '| setting | without it | what it is |',
          intro:
            'Settings are environment variables, all checked at start: each mistake is answered with a sentence. This table is made from `server/src/kernel/settings.ts`.',
        }
      : {
          title: '设置',
          head: '| 设置 | 默认 | 说明 |',
          intro:
            '设置都是环境变量，启动时逐一检查，每处错误给出一句说明。本表由 `server/src/kernel/settings.ts` 生成。',
        }
  const rows = settingRows.map(({ name, otherwise, ...row }: SettingRow) => {
    const without = typeof otherwise === 'string' ? `\`${otherwise}\`` : otherwise[language]
    return `| \`${name}\` | ${without} | ${row[language]} |`
  })
  return [`# ${words.title}`, '', words.intro, '', words.head, '| --- | --- | --- |', ...rows, ''].join('\n')
}
