// The same sources make the same site, byte for byte.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { siteFiles } from '../../../src/hosting/site-files.ts';
import { dist } from '../support/dist.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
const second = mkdtempSync(join(tmpdir(), 'second-build-'));

afterAll(() => rmSync(second, { recursive: true }));

test('a second build, at another time, in another time zone and without a cache, is the same', () => {
  const build = ['src/cli/astro.mjs', 'build', '--force', '--outDir', second];
  const { status, stdout, stderr } = spawnSync(process.execPath, build, {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'C', NODE_ENV: 'production' },
  });
  expect(status, stdout + stderr).toBe(0);
  const [one, other] = [siteFiles(dist), siteFiles(second)];
  expect(other.map(({ path }) => path)).toEqual(one.map(({ path }) => path));
  const different = other.filter(({ bytes }, index) => !one[index]?.bytes.equals(bytes));
  expect(different.map(({ path }) => path)).toEqual([]);
}, 300_000);
