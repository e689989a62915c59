import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import files from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../refusal.ts'
import { sendPage } from './headers.ts'
import { problemOf, sendProblem } from './problem.ts'

/**
 * Serves a built web app: its files with names that change when they do (kept for a year), and its one page for every address that is the
 * app's own. Addresses of the API never get a page.
 */
export async function servePages(http: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) return
  await http.register(files, {
    root: folder,
    index: false,
    wildcard: false,
    // The one page is served below, with its nonce.
    globIgnore: ['**/index.html*'],
    preCompressed: true,
    setHeaders: (reply, path) => {
      reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  http.route({
    method: ['GET', 'HEAD'],
    url: '/*',
    handler: async (request, reply) => {
      const path = request.url.split('?')[0]!
      // What looks like a file or the API is not a page of the app: a page there would hide a mistake.
      if (/^\/(v1|assets)\/|\/[./]|%(2e|2f|5c)|\\|\.[a-z0-9]{2,5}$/i.test(path))
        return sendProblem(reply, problemOf(refuse('kernel.not_found', { path })))
      return sendPage(reply, page)
    },
  })
}
