import { z } from 'zod'
import type { gatherShapes, Json } from './shapes.ts'

const Alive = z.object({ alive: z.literal(true) })
const Ready = z.object({ ready: z.literal(true) })
const Unready = z.object({ ready: z.literal(false), missing: z.array(z.string()) })

/** What watches over a house may ask of it, for OpenAPI: these three are no rows of the table, for they answer while it cannot. */
export function healthPaths(shapes: ReturnType<typeof gatherShapes>): Record<string, Json> {
  const json = (description: string, schema: z.ZodType) => ({
    description,
    content: { 'application/json': { schema: shapes.of(schema, 'output') } },
  })
  const shared = { tags: ['health'], 'x-refusals': {} }
  return {
    '/healthz': {
      get: {
        ...{ operationId: 'readLife', summary: 'Whether this process lives.', ...shared },
        ...{ security: [], 'x-permission': 'anyone' },
        responses: { 200: json('It lives', Alive) },
      },
    },
    '/readyz': {
      get: {
        ...{ operationId: 'readReadiness', ...shared, security: [], 'x-permission': 'anyone' },
        summary:
          'Whether this process can serve: its database answers, the tables are this version’s, next month’s partitions exist.',
        responses: { 200: json('It can serve', Ready), 503: json('It cannot; a sentence for each reason', Unready) },
      },
    },
    '/metrics': {
      get: {
        ...{ operationId: 'readMetrics', ...shared, 'x-permission': 'org.manage' },
        summary:
          'Requests, lanes, pools, the event loop and memory, for Prometheus. From this machine itself without signing in.',
        responses: {
          200: { description: 'The measures', content: { 'text/plain': { schema: { type: 'string' } } } },
          401: { $ref: '#/components/responses/Refused401' },
          403: { $ref: '#/components/responses/Refused403' },
        },
      },
    },
  }
}
