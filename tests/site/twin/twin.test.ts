import { loadScenario, runTry } from '#authoring';
import { planOf } from '#model';
import { outcomeOf, sayDuration } from '#story';
import { transcriptOf } from '#story/words';
import { twinOf, twinPath } from '#site';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { article } from '../support/articles.ts';

const scenario = 'scc-two-nodes';
const summary = article('one', { title: 'One: "a"', description: 'First # not a comment.' });

/** The twin of an article about one simulation. */
function twin(body: string): string {
  const plan = { simulations: [{ id: scenario, scenario, actions: [] }] };
  return twinOf({ article: summary, series: undefined, body, plan });
}

/** The text below the head. */
const text = (body: string): string => twin(body).split('[the page itself](./).\n\n')[1] ?? '';

function firstRun() {
  const plan = planOf(loadScenario(scenario));
  const [attempt] = plan.scenario.tries;
  if (!attempt) throw new Error(`${scenario} has no try`);
  return { attempt, execution: runTry(plan, attempt) };
}

test('lies beside the page', () => {
  expect(twinPath(summary)).toBe('/articles/one/index.md');
});

test('begins with what the front matter says, as YAML that reads the same', () => {
  const [, head = '', rest = ''] = twin('Text.').split('---\n');
  expect(parse(head)).toMatchObject({
    title: 'One: "a"',
    description: 'First # not a comment.',
    date: '2026-11-22',
    updated: '2026-11-22',
    category: 'Exchange Server',
    tags: ['SCC'],
  });
  expect(rest).toMatch(/^\n# One: "a"\n/);
});

describe('in place of', () => {
  const { attempt, execution } = firstRun();
  const outage = sayDuration(outcomeOf(execution).downtimeMs);

  test('a simulation stand its caption and its first try from beginning to end', () => {
    const told = text(`<Simulation scenario="${scenario}" caption="Two nodes." />`);
    expect(told).toContain('> **Simulation.** Two nodes.');
    expect(told).toContain(`> _${attempt.label}:_ Mail was down for ${outage}.`);
    const lines = told.split('\n').filter((line) => line.startsWith('> - '));
    expect(lines).toHaveLength(transcriptOf(execution).length);
    expect(lines[0]).toMatch(/^> - 0:00 \*\*You cut NODE1's power\.\*\*/);
    expect(
      told
        .trimEnd()
        .split('\n')
        .every((line) => line.startsWith('>')),
    ).toBe(true);
  });

  test('a reading stands its value', () => {
    expect(text('After <Reading of="outage" />.')).toBe(`After ${outage}.\n`);
    expect(text(`After <Reading of="outage" run="${attempt.id}" />.`)).toBe(`After ${outage}.\n`);
  });

  test('a parameter stands its number with its unit', () => {
    expect(text('Every <Parameter of="heartbeatPeriod" />.')).toBe('Every 1.2 s.\n');
  });

  test('an action or a term stand its words', () => {
    expect(text('Now <Do action="cut private">cut <Term>it</Term></Do>.')).toBe('Now cut it.\n');
  });

  test('an address of the site stands one that works from the twin', () => {
    expect(text('[a](/tags/scc/) [b](https://example.org/) [c](#d)')).toBe(
      '[a](../../tags/scc/) [b](https://example.org/) [c](#d)\n',
    );
  });

  test.each([
    ['<Reading of="outrage" />', /no reading outrage/],
    ['<Reading of="outage" run="nothing" />', /no try nothing/],
    ['<Reading of="outage" simulation="other" />', /no simulation other/],
    ['<Parameter of="heartbeat" />', /no parameter heartbeat/],
  ])('%s stands nothing: it is refused', (body, message) => {
    expect(() => twin(body)).toThrow(message);
  });
});

test('an article without simulations promises none', () => {
  const plain = twinOf({
    article: summary,
    series: undefined,
    body: 'A.',
    plan: { simulations: [] },
  });
  expect(plain).not.toContain('by hand');
});
