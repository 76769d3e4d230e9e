import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent, formatProblem, loadScenario, checkExpectations, runTry } from '#authoring';
import { planOf } from '#model';
import { begin } from '../../src/cli/new/new.ts';
import type { Kind } from '../../src/cli/new/new.ts';
import { slugOf } from '../../src/cli/new/slug.ts';

let root = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync('content', join(root, 'content'), { recursive: true });
});

afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

const call = (kind: Kind, ...args: readonly string[]) =>
  begin(kind, args, { root, day: '2026-12-01', tag: 'SCC', category: 'Exchange Server' });

test.each([
  ["What's the quorum for?", 'whats-the-quorum-for'],
  ['Über Köpfe – & mehr', 'uber-kopfe-mehr'],
  ['One two three four five six seven eight nine', 'one-two-three-four-five-six-seven-eight'],
  ['???', ''],
])('"%s" is called "%s"', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});

test('a new article has the title and the day, is a draft and is sound', () => {
  const { code, output, complaints } = call('article', "NODE1's: last day");
  expect([code, complaints]).toEqual([0, '']);
  const text = readFileSync(join(root, 'content/articles/node1s-last-day.mdx'), 'utf8');
  expect(text).toContain("title: 'NODE1''s: last day'\n");
  expect(text).toContain('\ndate: 2026-12-01\n');
  expect(text).toContain('\ndraft: true\n');
  expect(checkContent({ root }).map(formatProblem)).toEqual([]);
  for (const step of ['npm run dev', '/articles/node1s-last-day/', 'npm run check:content']) {
    expect(output).toContain(step);
  }
});

test('a new scenario runs, and what it expects comes true', () => {
  const { code, output } = call('scenario', 'Two nodes, one cable');
  expect(code).toBe(0);
  expect(output).toContain('<Simulation scenario="two-nodes-one-cable" caption="…" />');
  const scenario = loadScenario('two-nodes-one-cable', { root });
  const [attempt] = scenario.tries;
  if (!attempt) throw new Error('there is nothing to try');
  const results = checkExpectations(runTry(planOf(scenario), attempt), attempt);
  expect(results.length).toBeGreaterThan(2);
  expect(results.filter(({ holds }) => !holds)).toEqual([]);
});

test.each(['article', 'scenario'] as const)('a name that is taken is refused: %s', (kind) => {
  expect(call(kind, 'Twice').code).toBe(0);
  const ending = kind === 'article' ? 'mdx' : 'yaml';
  const path = join(root, `content/${kind}s/twice.${ending}`);
  const before = readFileSync(path, 'utf8');
  const { code, complaints } = call(kind, 'twice!');
  expect(code).toBe(2);
  expect(complaints).toMatch(/^content\/\w+\/twice\.\w+ is there already; choose another title/);
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test.each([[[]], [['???']], [['two', 'titles']], [['--help']]])(
  'without one title nothing is written: %j',
  (args) => {
    const { code, complaints } = call('article', ...args);
    expect(code).toBe(2);
    expect(complaints).toContain('npm run new:article -- "Title"');
    expect(existsSync(join(root, 'content/articles/two.mdx'))).toBe(false);
  },
);
