import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** `npm run screenshots`: pictures, not tests. One server and one browser at a time: a picture waits for its page. */
export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../../..'),
    include: ['e2e/console/screens/*.pictures.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
})
