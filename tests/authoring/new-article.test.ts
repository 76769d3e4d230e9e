// One MDX file and one YAML file are all that a new article with a new scenario takes.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begin } from '../../src/cli/new/new.ts';

const copied = [
  'components',
  'content',
  'public',
  'src',
  'astro.config.mjs',
  'package.json',
  'tsconfig.json',
];
let root = '';

/** A copy of the project that shares the installed packages, but not what a build keeps beside them. */
function copyProject(): void {
  root = mkdtempSync(join(tmpdir(), 'new-article-'));
  for (const name of copied) cpSync(name, join(root, name), { recursive: true });
  mkdirSync(join(root, 'node_modules'));
  for (const name of readdirSync('node_modules')) {
    if (['.astro', '.vite'].includes(name)) continue;
    symlinkSync(
      join(process.cwd(), 'node_modules', name),
      join(root, 'node_modules', name),
      'junction',
    );
  }
}

function edit(path: string, change: (text: string) => string): void {
  const file = join(root, path);
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

const page = (path: string): string => readFileSync(join(root, 'dist', path), 'utf8');

beforeAll(() => {
  copyProject();
  const desk = { root, day: '2030-01-02', tag: 'SCC', category: 'Exchange Server' };
  begin('scenario', ['The pair begins on node 2'], desk);
  edit('content/scenarios/the-pair-begins-on-node-2.yaml', (text) =>
    text.replace(
      'extends: scc-base\n',
      'extends: scc-base\ngroups: [{ id: EXMBX, owner: NODE2 }]\n',
    ),
  );
  begin('article', ['What one file can do'], desk);
  edit('content/articles/what-one-file-can-do.mdx', (text) =>
    text.replace('draft: true\n', '').replace('scc-two-nodes', 'the-pair-begins-on-node-2'),
  );
  const astro = join(root, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [astro, 'build'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', VITEST: '' },
  });
  if (status !== 0) throw new Error(`the copy could not be built:\n${stdout}\n${stderr}`);
}, 300_000);

afterAll(() => rmSync(root, { recursive: true, force: true }));

test('the article has its page', () => {
  const html = page('articles/what-one-file-can-do/index.html');
  expect(html).toContain('>What one file can do</h1>');
  expect(html).toContain('2 January 2030');
});

test('its simulation stands in the page with its first frame, from the new scenario', () => {
  const html = page('articles/what-one-file-can-do/index.html');
  const [simulation = ''] =
    /<[a-z]+[^>]*data-simulation="the-pair-begins-on-node-2"[^>]*>/.exec(html) ?? [];
  expect(simulation).toContain('data-service="online"');
  expect(simulation).toContain('data-owner="NODE2"');
  expect(html).toContain('data-first-frame-end');
});

test.each(['index.html', 'tags/scc/index.html', 'categories/exchange-server/index.html'])(
  '%s lists it, first of all',
  (path) => {
    const html = page(path);
    const [first = ''] = /articles\/[a-z0-9-]+\/"[^>]*>What one file can do</.exec(html) ?? [];
    expect(first).toContain('what-one-file-can-do');
    expect(html.indexOf('What one file can do')).toBeGreaterThan(0);
  },
);
