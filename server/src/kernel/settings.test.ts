import path from 'node:path'
import { expect, test } from 'vitest'
import { BadSettings, readSettings, settingRows, settingsTable } from './settings.ts'

const wrong = (env: Record<string, string>) => {
  try {
    readSettings(env)
  } catch (error) {
    if (error instanceof BadSettings) return error.sentences
    throw error
  }
  return []
}

test('without settings the house serves on the loopback from ./data with its own database', () => {
  expect(readSettings({})).toEqual({
    port: 8080,
    host: '127.0.0.1',
    publicUrl: undefined,
    trustedProxies: [],
    dataDir: path.resolve('data'),
    keyFile: path.resolve('data/keys.json'),
    backups: { folder: undefined, days: 14 },
    database: undefined,
    role: 'all',
    logLevel: 'info',
  })
})

test('every setting is taken, an empty one counts as absent, and --role wins', () => {
  const env = {
    PORT: '80',
    HOST: '::1',
    PUBLIC_URL: 'https://shop.example.com/',
    TRUSTED_PROXIES: 'loopback, 10.0.0.0/8',
    CHANGKE_DATA: '/srv/changke',
    CHANGKE_KEY_FILE: '',
    CHANGKE_BACKUPS: '/mnt/backups/',
    CHANGKE_BACKUP_DAYS: '30',
    DATABASE_URL: 'postgres://app:x@db/changke',
    DATABASE_OWNER_URL: 'postgres://owner:x@db/changke',
    CHANGKE_ROLE: 'api',
    LOG_LEVEL: 'warn',
  }
  expect(readSettings(env, { role: 'worker' })).toEqual({
    port: 80,
    host: '::1',
    publicUrl: 'https://shop.example.com',
    trustedProxies: ['loopback', '10.0.0.0/8'],
    dataDir: '/srv/changke',
    keyFile: '/srv/changke/keys.json',
    backups: { folder: '/mnt/backups', days: 30 },
    database: { url: env.DATABASE_URL, ownerUrl: env.DATABASE_OWNER_URL },
    role: 'worker',
    logLevel: 'warn',
  })
})

test('each mistake gets its own sentence, all at once, and no password is repeated', () => {
  const sentences = wrong({
    PORT: '70000',
    HOST: 'localhost:80',
    PUBLIC_URL: 'shop.example.com/path',
    TRUSTED_PROXIES: '10.0.0.0/99',
    DATABASE_URL: 'mysql://root:secret@db/x',
    CHANGKE_ROLE: 'both',
    LOG_LEVEL: 'loud',
    CHANGKE_BACKUP_DAYS: '0',
    CHANGKE_DTA: '/srv',
  })
  expect(sentences).toHaveLength(9)
  expect(sentences[0]).toBe('PORT must be a whole number from 1 to 65535 (or 0 for any free port); it is "70000".')
  expect(sentences.at(-1)).toContain('CHANGKE_DTA is not a setting of Changke')
  expect(sentences.join()).not.toContain('secret')
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z_]+ .*\.$/)
  expect(wrong({ DATABASE_OWNER_URL: 'postgres://o:x@db/changke' })).toHaveLength(1)
})

test('the table of the guide has a row for each setting in both languages', () => {
  for (const { name } of settingRows) {
    expect(settingsTable('en')).toContain(`| \`${name}\` |`)
    expect(settingsTable('zh')).toContain(`| \`${name}\` |`)
  }
})
