import { defineConfig } from 'vitest/config'

// Journeys in a browser, one after the other: each opens a house of its own, and two cores carry one at a time.
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['*.test.ts'],
    pool: 'forks',
    maxWorkers: 1,
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    // A page is waited for as long as the browser waits for an element; a second is short on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
})
