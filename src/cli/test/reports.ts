// Reads the numbers out of the reports of the test runners.
import { existsSync, readFileSync } from 'node:fs';

/** How many tests passed and failed. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
}

/**
 * Counts the tests of a Vitest report.
 * @param path the report in JSON
 * @param code the exit code of the run; a failure that the report does not show counts as one
 */
export function countVitest(path: string, code: number): Count {
  const report = read(path) as { numPassedTests?: number; numFailedTests?: number } | undefined;
  return count(report?.numPassedTests, report?.numFailedTests, code);
}

/**
 * Counts the tests of a Playwright report; one that passed only when tried again has failed.
 * @param path the report in JSON
 * @param code the exit code of the run; a failure that the report does not show counts as one
 */
export function countPlaywright(path: string, code: number): Count {
  const report = read(path) as
    { stats?: { expected?: number; unexpected?: number; flaky?: number } } | undefined;
  const { expected, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return count(expected, unexpected + flaky, code);
}

function count(passed = 0, failed = 0, code: number): Count {
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
