import { expect, test } from 'vitest';
import { headingAnchors } from '../../src/authoring/articles/headings.ts';
import { parseMdx } from '../../src/authoring/articles/mdx.ts';

function anchorsOf(text: string): string[] {
  const { tree } = parseMdx({ path: 'a.mdx', text });
  return tree ? headingAnchors(tree) : [];
}

test.each([
  ['The heartbeat is not the node', 'the-heartbeat-is-not-the-node'],
  ["What's _new_ in `NODE1`?", 'whats-new-in-node1'],
  ['Zwei Köpfe – ein Hirn', 'zwei-köpfe--ein-hirn'],
  ['A <Term>quorum disk</Term>, again', 'a-quorum-disk-again'],
])('"%s" is at #%s', (heading, anchor) => {
  expect(anchorsOf(`## ${heading}`)).toEqual([anchor]);
});

test('a heading that stands there again gets a number', () => {
  expect(anchorsOf('## Why\n\n### Why\n\n## Why 1\n\n#### Why')).toEqual([
    'why',
    'why-1',
    'why-1-1',
    'why-2',
  ]);
});
