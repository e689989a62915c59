import { expect, inject, it } from 'vitest'
import { migrateJobs, startWorker } from '#kernel/jobs.ts'
import { importer } from '../../testing/files.ts'
import { shop } from '../../testing/shop.ts'

const home = shop()
const { bring } = importer(home)
const quiet = { info() {}, warn() {}, error: (what: object, text: string) => console.error(text, what) }

it('has the worker tell the planner of every table once an import has filled some', async () => {
  const [{ name }] = (await home.sql('select current_database() as name')) as [{ name: string }]
  const ownerUrl = inject('pg').ownerUrl.replace('{database}', name)
  await migrateJobs(ownerUrl)
  // Only for the whole of a partitioned table: PostgreSQL itself looks at its months alone.
  const known = () =>
    home.sql(
      `select relname from pg_stat_user_tables where schemaname = 'purchases' and relname = 'purchase' and last_analyze is not null`,
    )
  expect(await known()).toEqual([])
  const done = await bring({ kind: 'members' }, '姓名,手机号\n王一,13900008801\n王二,13900008802\n')
  expect(done).toMatchObject({ state: 'done' })
  const worker = await startWorker({ db: home.app.db, ownerUrl, log: quiet })
  try {
    for (let tries = 0; tries < 200 && (await known()).length === 0; tries++)
      await new Promise((later) => setTimeout(later, 100))
  } finally {
    await worker.stop()
  }
  expect(await known()).toHaveLength(1)
}, 60_000)
