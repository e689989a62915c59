import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['server/src/**/*.test.ts', 'server/seed/**/*.test.ts', 'server/proof/**/*.test.ts'],
    globalSetup: ['server/src/testing/global.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Whole real files are read; a busy machine takes its time. What must be fast says so itself.
    testTimeout: 300_000,
    hookTimeout: 180_000,
  },
})
