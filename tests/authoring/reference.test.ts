// The reference for authors must not say anything that the code does not.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ActionError, formatAction, parseAction, planOf, VERBS } from '#model';
import { PARAMETER_NAMES, REGISTER, REGISTER_CHAPTERS } from '#model/register';
import { checkScenario, PROPERTIES } from '#model/schema';
import {
  ACTIONS,
  ARTICLE_KEYS,
  checkContent,
  COMPONENTS,
  formatProblem,
  loadScenario,
  loadScenarios,
  overridesOf,
  PROPERTY_MEANINGS,
  readGlossary,
  SCENARIO_KEYS,
} from '#authoring';
import { articlesProblems } from '../../src/authoring/articles/check.ts';
import { FIXED_PAGES } from '../../src/authoring/articles/links.ts';
import { projectContent } from '../../src/authoring/content.ts';
import { readLibrary } from '../../src/authoring/scenarios/load.ts';
import { readTopics } from '../../src/authoring/topics.ts';

const plans = ['scc-two-nodes', 'one-server'].map((id) => planOf(loadScenario(id)));

describe('actions', () => {
  test.each(Object.entries(ACTIONS))(
    'the example of %s is read as written',
    (verb, { example }) => {
      expect(example.startsWith(`${verb} `)).toBe(true);
      const read = plans.flatMap((plan) => {
        try {
          return formatAction(parseAction(plan, example));
        } catch (error) {
          if (error instanceof ActionError) return [];
          throw error;
        }
      });
      expect(read).toContain(example);
    },
  );

  test('all of them are there', () => {
    expect(Object.keys(ACTIONS).sort()).toEqual([...Object.keys(VERBS), 'move', 'set'].sort());
  });
});

describe('properties that can be set', () => {
  test('all of them are there', () => {
    expect(Object.keys(PROPERTY_MEANINGS)).toEqual(Object.keys(PROPERTIES));
  });

  test.each(Object.entries(PROPERTIES))('what %s takes is said', (name, { takes }) => {
    const words = {
      ms: /duration/,
      count: /count/,
      hour: /hour/,
      failback: /prevent or allow/,
      restart: /leave, restart or fail-over/,
      nodes: /NODE1,NODE2/,
    };
    expect(PROPERTY_MEANINGS[name as keyof typeof PROPERTIES]).toMatch(words[takes]);
  });
});

/** The keys that the schema knows in a mapping, from what it says to somebody who misspelt one. */
function keysOf(what: string): readonly string[] {
  const wrong = { '?': 1 };
  const data = {
    ...wrong,
    feeds: [wrong],
    switches: [wrong],
    witness: wrong,
    nodes: [wrong],
    networks: [wrong],
    storage: { ...wrong, disks: [wrong] },
    groups: [{ ...wrong, resources: [wrong] }],
    try: [{ ...wrong, expect: [{ ...wrong, outage: wrong }] }],
  };
  const { problems } = checkScenario('x', data);
  const told = problems.find(({ message }) => message.startsWith(`${what} has no key`));
  return /\(([^)]*)\)$/.exec(told?.message ?? '')?.[1]?.split(', ') ?? [];
}

test.each(SCENARIO_KEYS.map(({ what, keys }) => [what, keys] as const))(
  'the keys of %s are those of the schema',
  (what, keys) => {
    expect(keysOf(what)).toEqual(Object.keys(keys));
  },
);

test('the keys of front matter are those that the build accepts', () => {
  const config = readFileSync('src/content.config.ts', 'utf8');
  const articles = /articles = defineCollection[\s\S]*?strictObject\(\{([\s\S]*?)\n\s*\}\)/.exec(
    config,
  );
  const keys = [...(articles?.[1] ?? '').matchAll(/^ {4}(\w+):/gm)].map(([, key]) => key);
  expect(new Set(keys)).toEqual(new Set(Object.keys(ARTICLE_KEYS)));
});

test('the examples of components are a sound article', () => {
  const examples = Object.values(COMPONENTS).map(({ example }) => example);
  const matter = `---
title: 'Examples'
description: All of them.
date: 2026-11-22
tags: [SCC]
category: Exchange Server
appliesTo: ['Exchange Server 2007']
---`;
  const file = { path: 'a.mdx', text: [matter, ...examples].join('\n\n') };
  const content = projectContent();
  const problems = articlesProblems(new Map([['a', file]]), {
    library: readLibrary(content),
    terms: readGlossary(content).terms,
    topics: readTopics(content),
  });
  expect(problems.map(formatProblem)).toEqual([]);
});

describe('the register', () => {
  test('its chapters hold every number once', () => {
    expect(REGISTER_CHAPTERS.flatMap(({ names }) => names)).toEqual(PARAMETER_NAMES);
  });

  test('whatever is no assumption has a source', () => {
    const without = PARAMETER_NAMES.filter(
      (name) => REGISTER[name].confidence !== 'assumption' && !REGISTER[name].source,
    );
    expect(without).toEqual([]);
  });

  test('a scenario that changes a number is found, with what it changes it to', () => {
    expect(overridesOf('restartThreshold', loadScenarios())).toContainEqual({
      scenario: 'one-server',
      title: 'One server and its disks',
      value: 0,
    });
    expect(overridesOf('heartbeatPeriod', loadScenarios())).toEqual([]);
  });

  test('the default of another profile is no change', () => {
    const later = loadScenario('scc-two-nodes', { profile: 'windows-server-2008' });
    expect(later.parameters.heartbeatPeriod).toBe(1_000);
    expect(overridesOf('heartbeatPeriod', [later])).toEqual([]);
  });
});

test('the site has the pages that articles may link to', () => {
  const missing = FIXED_PAGES.filter(
    (page) => !['index', '[...page]'].some((name) => existsSync(`src/pages${page}${name}.astro`)),
  );
  expect(missing).toEqual([]);
});

test('the content of the site is sound', () => {
  expect(checkContent().map(formatProblem)).toEqual([]);
});
