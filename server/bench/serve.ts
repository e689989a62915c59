// The server under load, a process of its own, with its worker in it, as `npm start` runs it.
import { allWork, buildApp } from '#app'
import { startWorker } from '#kernel/jobs.ts'

const [url, ownerUrl, keyFile] = process.argv.slice(2) as [string, string, string]
const app = await buildApp({ url, keyFile })
const quiet = { info: () => {}, warn: console.error, error: console.error }
const worker = await startWorker({ db: app.db, ownerUrl, log: quiet, ...allWork })
await app.http.listen({ port: 0, host: '127.0.0.1' })
const address = app.http.server.address()
process.send!({ port: typeof address === 'object' ? address?.port : 0 })
process.on('disconnect', async () => {
  await worker.stop()
  process.exit()
})
