// The server under load, a process of its own, as `npm start` would run it.
import { buildApp } from '#app'

const [url, keyFile] = process.argv.slice(2) as [string, string]
const app = await buildApp({ url, keyFile })
await app.http.listen({ port: 0, host: '127.0.0.1' })
const address = app.http.server.address()
process.send!({ port: typeof address === 'object' ? address?.port : 0 })
process.on('disconnect', () => process.exit())
