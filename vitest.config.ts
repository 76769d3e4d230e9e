import { defineConfig } from 'vitest/config';

const shared = { setupFiles: ['tests/setup.ts'] };

/**
 * Three groups of tests: `unit` runs in Node, `components` in a simulated document, `budgets` reads
 * the built site in dist and therefore comes after the build, as does every folder named `built`.
 */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    projects: [
      {
        extends: true,
        test: {
          ...shared,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/{browser,budgets,components}/**', 'tests/*/built/**'],
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'components',
          include: ['tests/components/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
        },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'budgets',
          include: ['tests/budgets/**/*.test.ts', 'tests/*/built/**/*.test.ts'],
        },
      },
    ],
  },
});
