import { defineConfig } from 'vitest/config';

const project = (name: string, environment: 'node' | 'jsdom') => ({
  test: { name, environment, include: [`tests/${name}/**/*.test.{ts,tsx}`], testTimeout: 20_000 },
});

export default defineConfig({
  test: { projects: [project('unit', 'node'), project('editor', 'jsdom'), project('main', 'node')] },
});
