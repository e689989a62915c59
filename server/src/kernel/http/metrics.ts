import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Db } from '../db.ts'
import type { LaneWatch } from '../lane.ts'

/** What the house measures of itself: requests, lanes, pools, the event loop and memory; read by Prometheus at /metrics. */
export type Metrics = {
  registry: Registry
  /** Watches the lane of a gathered row. */
  lane(name: string): LaneWatch
  /** Measures every request that this server answers. */
  watch(http: FastifyInstance): void
}

/** Opens the measures of one server over one database. */
export function openMetrics(db: Db): Metrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'changke_request_seconds',
    help: 'How long a request took, by its route in the table and the status of its answer.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers,
  })
  const batches = new Histogram({
    name: 'changke_lane_batch_size',
    help: 'How many commands a lane took into one transaction.',
    labelNames: ['lane'],
    buckets: [1, 2, 4, 8, 16, 32, 64],
    registers,
  })
  const queues = new Map<string, () => number>()
  new Gauge({
    name: 'changke_lane_waiting',
    help: 'Commands that wait for their lane; at 4,096 the next is refused as busy.',
    labelNames: ['lane'],
    registers,
    collect() {
      for (const [lane, length] of queues) this.set({ lane }, length())
    },
  })
  new Gauge({
    name: 'changke_pool_connections',
    help: 'Connections to the database, in use and idle, and requests that wait for one.',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, { total, idle, waiting }] of Object.entries(db.pools())) {
        this.set({ pool, state: 'used' }, total - idle)
        this.set({ pool, state: 'idle' }, idle)
        this.set({ pool, state: 'waiting' }, waiting)
      }
    },
  })
  return {
    registry,
    lane: (name) => ({
      took: (size) => batches.observe({ lane: name }, size),
      queue: (length) => queues.set(name, length),
    }),
    watch: (http) => {
      http.addHook('onResponse', async (request, reply) => {
        // The route's pattern, never the address: ids would make a series each. What no row serves is one series.
        const route = request.routeOptions.url ?? 'none'
        requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
      })
    },
  }
}
