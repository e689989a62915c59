import { readFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { sendPage } from './headers.ts'
import { referencePage } from './reference-page.ts'
import type { Json } from './shapes.ts'

/** Serves the contract at /openapi.json and the reference made from it at /docs/api. The file is the one that `changke generate` wrote. */
export function serveReference(http: FastifyInstance, file: string): void {
  // Bytes, not text: those who read slowly would each hold a copy of it.
  let text: Buffer | undefined
  let page: string | undefined
  http.get('/openapi.json', async (_, reply) => {
    text ??= readFileSync(file)
    return reply.header('content-type', 'application/json; charset=utf-8').send(text)
  })
  http.get('/docs/api', async (_, reply) => {
    page ??= referencePage(JSON.parse(readFileSync(file, 'utf8')) as Json)
    return sendPage(reply, page)
  })
}
