import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../../src/cli/test/reports.ts';

const folder = mkdtempSync(join(tmpdir(), 'reports-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('the numbers of Vitest', () => {
  const path = report({ numPassedTests: 7, numFailedTests: 2 });
  expect(countVitest(path, 1)).toEqual({ passed: 7, failed: 2 });
});

test('the numbers of Playwright; what passes only the second time has failed', () => {
  const path = report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 } });
  expect(countPlaywright(path, 1)).toEqual({ passed: 5, failed: 2 });
});

test('a run that ends badly has failed even if its report does not say so', () => {
  expect(countVitest(report({ numPassedTests: 7, numFailedTests: 0 }), 1).failed).toBe(1);
  expect(countVitest(join(folder, 'none.json'), 1)).toEqual({ passed: 0, failed: 1 });
});
