// The rules themselves, on trees with one mistake each.
import { describe, expect, test } from 'vitest';
import { rules, toLine } from './rules/index.ts';

/** What all rules say about a tree, given as paths and texts. */
function objections(tree: Readonly<Record<string, string>>): string[] {
  const files = Object.entries(tree).map(([path, text]) => ({ path, text }));
  return Object.values(rules).flatMap((rule) => rule(files).map(toLine));
}

describe('the direction of imports', () => {
  test.each([
    ['src/model/run.ts', "import { storyOf } from '#story';", 'model must not import story'],
    ['src/model/run.ts', "import type { Log } from '#story';", 'model must not import story'],
    ['src/model/run.ts', "export { Log } from '#story';", 'model must not import story'],
    ['src/model/run.ts', "const story = await import('#story');", 'model must not import story'],
    ['src/model/run.ts', "type Log = import('#story').Log;", 'model must not import story'],
    ['src/story/log.ts', "import { $run } from '#stores';", 'story must not import stores'],
    ['src/stores/run.ts', "import { read } from '#authoring';", 'stores must not import authoring'],
    [
      'src/stores/run.ts',
      "import A from '#components/a.tsx';",
      'stores must not import components',
    ],
    ['src/authoring/a.ts', "import { $run } from '#stores';", 'authoring must not import stores'],
    ['components/a.tsx', "import Page from '#layouts/Page.astro';", 'components must not import'],
    ['components/a.tsx', "import { x } from '../src/cli/x.ts';", 'components must not import cli'],
    ['src/layouts/A.astro', "---\nimport P from '../pages/p.astro';\n---\n", 'layouts must not'],
    ['src/stores/run.ts', "import { x } from '../../tests/x.ts';", 'src must not know'],
  ])('%s: %s', (path, text, message) => {
    expect(objections({ [path]: text })).toEqual([expect.stringContaining(message)]);
  });

  test('it counts between the fences and in the scripts of an Astro file', () => {
    const text =
      "---\nimport '#layouts/P.astro';\n---\n<p>---</p>\n<script>import '#layouts/Q';</script>";
    const [first, second, ...others] = objections({ 'components/a.astro': text });
    expect(first).toContain('components/a.astro:2: components must not import layouts');
    expect(second).toContain('components/a.astro:5: components must not import layouts');
    expect(others).toEqual([]);
  });

  test('an article imports nothing, but may show how others do', () => {
    const text =
      "# Title\n\n```js\nimport a from 'a';\n```\n\nimport { Stage } from '#components/s.tsx';\n";
    expect(objections({ 'content/articles/a.mdx': text })).toEqual([
      'content/articles/a.mdx:7: an article imports nothing; components are there by their names',
    ]);
  });

  test('a layer is entered through its door', () => {
    expect(objections({ 'src/story/log.ts': "import { run } from '../model/run.ts';" })).toEqual([
      'src/story/log.ts:1: ../model/run.ts enters model by a window; import #model',
    ]);
    expect(objections({ 'src/model/a.ts': "import { run } from '#model';" })).toEqual([
      'src/model/a.ts:1: #model from inside model is a circle; import the file itself',
    ]);
    expect(objections({ 'src/pages/a.ts': "import { run } from '#modle';" })).toEqual([
      'src/pages/a.ts:1: #modle leads nowhere; the doors are in package.json, "imports"',
    ]);
  });

  test('tests of a layer see its parts, other tests only its door', () => {
    const text = "import { run } from '../../src/model/run.ts';";
    expect(objections({ 'tests/model/run.test.ts': text })).toEqual([]);
    expect(objections({ 'tests/story/log.test.ts': text })).toHaveLength(1);
  });

  test('a layer uses the packages meant for it', () => {
    expect(objections({ 'src/model/a.ts': "import { atom } from 'nanostores';" })).toEqual([
      'src/model/a.ts:1: model must not import nanostores; it may use fastest-levenshtein, valibot',
    ]);
    expect(
      objections({ 'src/story/a.ts': "import { readFileSync } from 'node:fs';" }),
    ).toHaveLength(1);
    expect(
      objections({ 'src/stores/a.ts': "import { useStore } from '@nanostores/preact';" }),
    ).toEqual([]);
  });

  test('downwards, through the doors, all is well', () => {
    expect(
      objections({
        'src/story/log.ts': "import { run } from '#model';",
        'src/stores/run.ts': "import { run } from '#model';\nimport { log } from '#story';",
        'components/a.tsx': "import './b.css';\nimport { $run } from '#stores';",
        'src/layouts/Page.astro':
          "---\nimport A from '#components/a.tsx';\nimport '#styles/a.css';\n---\n",
        'src/content.config.ts':
          "import { schema } from '#authoring';\nimport { z } from 'astro/zod';",
      }),
    ).toEqual([]);
  });
});

describe('cycles', () => {
  test('a cycle is named once, with all its files', () => {
    expect(
      objections({
        'src/model/a.ts': "import { b } from './b.ts';",
        'src/model/b.ts': "import type { C } from './c.ts';",
        'src/model/c.ts': "\nimport { a } from './a.ts';",
      }),
    ).toEqual([
      expect.stringContaining(
        'src/model/a.ts:1: src/model/a.ts → src/model/b.ts → src/model/c.ts → src/model/a.ts',
      ),
    ]);
  });

  test('two ways to the same file are none', () => {
    expect(
      objections({
        'src/model/a.ts': "import { b } from './b.ts';\nimport { c } from './c.ts';",
        'src/model/b.ts': "import { c } from './c.ts';",
        'src/model/c.ts': 'export const c = 1;',
      }),
    ).toEqual([]);
  });
});

describe('clock, chance and surroundings below the stores', () => {
  test.each([
    'const now = Date.now();',
    'const now = performance.now();',
    'setTimeout(() => {}, 1);',
    'const dice = Math.random();',
    "const dice = Math['random']();",
    'const { random } = Math;',
    'const id = crypto.randomUUID();',
    'const width = window.innerWidth;',
    'const clock = { Date };',
    'globalThis.setTimeout(() => {}, 1);',
  ])('%s', (text) => {
    expect(objections({ 'src/story/a.ts': text })).toHaveLength(1);
    expect(objections({ 'src/stores/a.ts': text })).toEqual([]);
  });

  test('in the model also what engines compute differently', () => {
    expect(objections({ 'src/model/a.ts': 'const x = Math.log(2);' })).toEqual([
      'src/model/a.ts:1: Math.log differs between engines; use whole numbers or a table',
    ]);
    expect(objections({ 'src/model/a.ts': 'const x = y ** 2;' })).toHaveLength(1);
    expect(objections({ 'src/model/a.ts': 'const x = 2 ** 32 + Math.floor(1.5);' })).toEqual([]);
    expect(objections({ 'src/story/a.ts': 'const x = Math.log(2);' })).toEqual([]);
  });

  test('a name of our own or of a property is nobody else’s', () => {
    const text = [
      'export function offset(process: string): string { return process; }',
      'for (const window of windows) use(window);',
      'const { Date: day } = calendar;',
      "const text = 'Date.now()'; // new Date()",
      'run.performance = { document: 1 };',
    ].join('\n');
    expect(objections({ 'src/model/a.ts': text })).toEqual([]);
    expect(objections({ 'src/model/a.ts': `${text}\nprocess.exit();` })).toHaveLength(1);
  });
});

describe('smaller matters', () => {
  test('a file of 301 lines is too long, one of 300 is not', () => {
    expect(objections({ 'src/site/a.ts': '//\n'.repeat(300) })).toEqual([]);
    expect(objections({ 'src/site/a.ts': '//\n'.repeat(301) })).toEqual([
      'src/site/a.ts:301: has 301 lines; 300 are the most, split it by subject',
    ]);
  });

  test.each(['test.only', 'it.skip', 'describe.todo', 'test.describe.only', 'it.skipIf'])(
    'a test is left out with %s',
    (call) => {
      expect(objections({ 'tests/a.test.ts': `\n${call}('title', () => {});` })).toEqual([
        expect.stringMatching(/^tests\/a\.test\.ts:2: \w+\.\w+ leaves tests out/),
      ]);
    },
  );

  test.each([['', 'home', 'somebody'].join('/'), ['C:', 'Users', 'Somebody'].join('\\')])(
    'a place on one machine: %s',
    (place) => {
      expect(objections({ 'README.md': `Look at ${place}.` })).toHaveLength(1);
    },
  );

  test('an address that only looks like such a place', () => {
    const text = 'https://example.org/home/page and [x](/articles/x/) and src/root/a';
    expect(objections({ 'README.md': text })).toEqual([]);
  });
});
