import { expect, test } from 'vitest';
import { articlePlan, readGlossary } from '#authoring';
import { articlesProblems } from '../../src/authoring/articles/check.ts';
import { readLibrary } from '../../src/authoring/scenarios/load.ts';
import { readTopics } from '../../src/authoring/topics.ts';
import { mistakes } from './support/mistakes.ts';

const library = readLibrary(mistakes);

const { terms } = readGlossary(mistakes);
const topics = readTopics(mistakes);

const soundMatter = `---
title: 'An article'
description: With nothing wrong above its text.
date: 2026-11-22
tags: [Clustering]
category: Exchange Server
appliesTo: ['Exchange Server 2007']
---`;

/** What is said about the text of an article whose front matter is sound, as `line:column: message`. */
function problemsOf(text: string, matter = soundMatter): string[] {
  const files = new Map([['a', { path: 'a.mdx', text: `${matter}\n${text}` }]]);
  const above = matter.split('\n').length;
  return articlesProblems(files, { library, terms, topics }).map(
    ({ line, column, message }) => `${line - above}:${column}: ${message}`,
  );
}

const simulation = '<Simulation scenario="sound" caption="Two nodes." />';

test('an article that uses everything as it should has nothing wrong with it', () => {
  expect(
    problemsOf(`<Do action="power-off node1">pull *the* plug</Do>

${simulation}

<Simulation id="again" scenario="sound" caption="Once more." />

<Do action="cut private" simulation="again">\`cut\` it</Do>: <Reading of="outage" />,
<Reading of="owner" run="pull-the-plug" simulation="again" />, <Parameter of="heartbeatPeriod" />.

\`<Nothing of="this" />\` is code, and so is

\`\`\`mdx
<Simulation scenario="nothing" />
\`\`\`

and <em>this</em> is HTML.`),
  ).toEqual([]);
});

test('an action is checked against the scenario of its own simulation', () => {
  expect(problemsOf(`<Do action="power-off NODE3">x</Do>\n\n${simulation}`)).toEqual([
    '1:5: nothing that `power-off` takes is called "NODE3"; did you mean "NODE1"? (NODE1, NODE2)',
  ]);
});

test('an article imports and exports nothing', () => {
  expect(problemsOf("import x from './x.ts';\n\nexport const y = 1;\n\ntext")).toEqual([
    '1:1: an article imports and exports nothing; components are there by their names',
    '3:1: an article imports and exports nothing; components are there by their names',
  ]);
});

test('lines are counted with the front matter, also in Windows line ends', () => {
  const text = '---\ntitle: x\n---\n\nHere <Parameter of="x" /> is.';
  const start = /^5:17: there is no parameter "x"/;
  expect(problemsOf(text)[0]).toMatch(start);
  expect(problemsOf(text.replaceAll('\n', '\r\n'))[0]).toMatch(start);
});

test('who means a simulation with a misspelt scenario is not told the same again', () => {
  const text =
    '<Do action="cut private" simulation="sound">x</Do>\n\n<Simulation scenario="sond" caption="x" />';
  expect(problemsOf(text)).toEqual([
    '3:13: there is no scenario "sond"; did you mean "sound"? (bare, larger, lost, sound, units, wrong)',
  ]);
});

test('braces and spread attributes say nothing that can be checked', () => {
  expect(problemsOf(`${simulation}\n\n<Reading {...x} of />`)).toEqual([
    '3:10: attributes are written out; leave the braces of Reading out',
    '3:17: the value of "of" is plain text; write of="…"',
  ]);
});

test('the plan of an article has its simulations in the order of the text', () => {
  expect(articlePlan('single-copy-clusters').simulations).toMatchObject([
    { id: 'scc-two-nodes', scenario: 'scc-two-nodes' },
    { id: 'scc-heartbeat', scenario: 'scc-heartbeat' },
    { id: 'scc-split', scenario: 'scc-split' },
    { id: 'scc-storage', scenario: 'scc-storage' },
  ]);
  expect(() => articlePlan('single-copy-cluster')).toThrow('did you mean "single-copy-clusters"?');
});
