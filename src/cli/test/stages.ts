// What npm test runs, stage by stage. A stage that is not a test runner counts as one check.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findOrInstallChromium } from '../setup/chromium.ts';
import { installFirefox } from '../setup/firefox.ts';
import { root, runTool, type ToolResult } from '../tools/tool.ts';
import { runBrowserTests } from './browser.ts';
import { lockProblems } from './lock.ts';
import type { StageName } from './options.mjs';
import { countVitest } from './reports.ts';
import type { StageResult } from './result.ts';

interface Stage {
  /** Whether the stage looks at dist and makes no sense without it. */
  readonly needsBuild?: true;
  readonly run: () => Promise<StageResult>;
}

/** By name: left to itself, the linter would also walk node_modules where no .gitignore is. */
const lintedPaths = [
  'src',
  'components',
  'tests',
  'astro.config.mjs',
  'playwright.config.ts',
  'vitest.config.ts',
];

/** All stages by name; `stageNames` has their order. */
export const stages: Readonly<Record<StageName, Stage>> = {
  types: {
    run: async () =>
      together(
        check(await runTool('astro', ['check', '--minimumFailingSeverity', 'hint'])),
        check(await runTool('tsc', ['--project', 'tsconfig.pure.json'])),
      ),
  },
  lint: {
    run: async () => check(await runTool('oxlint', lintedPaths)),
  },
  format: { run: async () => check(await runTool('prettier', ['--check', '.'])) },
  'dead-code': { run: async () => check(await runTool('knip', [])) },
  lock: {
    run: async () => {
      const problems = lockProblems(readFileSync(join(root, 'package-lock.json'), 'utf8'));
      return check({ code: problems.length, output: problems.join('\n') });
    },
  },
  unit: {
    run: async () => {
      // Golden runs are compared in the engines of browsers; without Chromium that test says so.
      await findOrInstallChromium();
      await installFirefox();
      const result = await runVitest(['unit', 'components'], 'reports/unit.json');
      return withNotes(result, 'engines.txt', 'exhaustive.txt');
    },
  },
  build: {
    run: async () => {
      rmSync(join(root, 'dist'), { recursive: true, force: true });
      return check(await runTool('astro', ['build']));
    },
  },
  budgets: {
    needsBuild: true,
    run: async () => withNotes(await runVitest(['budgets'], 'reports/budgets.json'), 'budgets.txt'),
  },
  browser: { needsBuild: true, run: runBrowserTests },
};

async function runVitest(projects: readonly string[], report: string): Promise<StageResult> {
  const result = await runTool('vitest', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return { ...countVitest(join(root, report), result.code), output: result.output };
}

/** Adds what tests have left in files of the reports for who reads the sum. */
function withNotes(result: StageResult, ...files: readonly string[]): StageResult {
  const notes = files.map((file) => join(root, 'reports', file)).filter((file) => existsSync(file));
  if (notes.length === 0) return result;
  return { ...result, note: notes.map((file) => readFileSync(file, 'utf8').trimEnd()).join('\n') };
}

function check({ code, output }: ToolResult): StageResult {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

function together(first: StageResult, second: StageResult): StageResult {
  return {
    passed: first.passed + second.passed,
    failed: first.failed + second.failed,
    // What went well has nothing to say.
    output: [first, second].map(({ failed, output }) => (failed > 0 ? output : '')).join('\n'),
  };
}
