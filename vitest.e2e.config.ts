import { defineConfig } from 'vitest/config';

// One window at a time: the tests type on a real keyboard focus, which two windows would fight for.
export default defineConfig({
  test: {
    name: 'e2e',
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 90_000,
    hookTimeout: 90_000,
  },
});
