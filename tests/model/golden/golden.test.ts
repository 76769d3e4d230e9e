// Runs as text, and what must be seen in them, written from the facts before they were ever run.
// A change of behaviour shows as a difference of these files and is reviewed there:
// UPDATE_GOLDEN=1 npx vitest run tests/model/golden
// writes them anew; read every changed line against the claims and the facts before committing it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { REGISTER } from '#model/register';
import type { ParameterName } from '#model';
import type { Ran } from '../support/cluster.ts';
import { TEXTS } from './claim.ts';
import type { Claim } from './claim.ts';
import { GOLDEN, goldenRuns } from './runs.ts';
import { carryOut, summaryOf } from './summary.ts';

const folder = new URL('.', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] === '1';

const runs = new Map<string, Ran>();

function runOf(name: string): Ran {
  const known = runs.get(name);
  if (known) return known;
  const golden = goldenRuns().find((one) => one.name === name);
  if (!golden) throw new Error(`no golden ${name}`);
  const run = carryOut(golden);
  runs.set(name, run);
  return run;
}

/** Fails with what the run shows instead of what is claimed. */
function expectClaim({ check }: Claim, run: Ran): void {
  expect(() => check(run)).not.toThrow();
}

const goldenRunsByName = new Map(goldenRuns().map((golden) => [golden.name, golden]));

describe.each(GOLDEN.map((golden) => [golden.name, golden] as const))('%s', (name, golden) => {
  for (const one of golden.claims) {
    test(`${one.says} (${one.source})`, () => expectClaim(one, runOf(name)));
  }

  test('its run is as it was read and accepted', () => {
    const file = new URL(`${name}.txt`, folder);
    const written = goldenRunsByName.get(name);
    if (!written) throw new Error(name);
    const text = summaryOf(written, golden.claims, runOf(name));
    if (update) writeFileSync(file, text);
    expect(existsSync(file), 'write it with UPDATE_GOLDEN=1').toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
});

test('every golden file has its case, and every case its own name', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  expect(files.toSorted()).toEqual(GOLDEN.map(({ name }) => `${name}.txt`).toSorted());
});

test('every golden has three to eight claims with different sentences', () => {
  for (const { name, claims } of GOLDEN) {
    expect(claims.length, name).toBeGreaterThanOrEqual(3);
    expect(claims.length, name).toBeLessThanOrEqual(8);
    expect(new Set(claims.map(({ says }) => says)).size, name).toBe(claims.length);
  }
});

test('every text is cited by a claim, and every rule that a claim names is one of a run', () => {
  const cited = new Set(GOLDEN.flatMap(({ claims }) => claims.map(({ source }) => source)));
  expect(TEXTS.filter((text) => !cited.has(text))).toEqual([]);
  const rules = new Set(
    GOLDEN.flatMap(({ name }) => runOf(name).occurrences.map(({ rule }) => rule)),
  );
  // What is refused is no occurrence.
  rules.add('refuse');
  const named = [...cited].filter((source) => source.startsWith('rule: '));
  expect(named.filter((source) => !rules.has(source.slice('rule: '.length)))).toEqual([]);
});

test('who a run says has taken a group is who has it in the end', () => {
  const wrong = GOLDEN.flatMap(({ name }) => {
    const run = runOf(name);
    const world = run.world();
    if (world.rivals.length > 0) return [];
    return run.plan.scenario.groups.flatMap(({ id, owner }) => {
      const told = run.occurrences.findLast(
        ({ kind, subject }) => subject === id && ['group-taken', 'group-moved'].includes(kind),
      );
      const to = told ? Reflect.get(told.values, 'to') : owner;
      const has = world.groups[id]?.owner.value;
      return to === has ? [] : [`${name}: ${id} is told to be on ${String(to)}, is on ${has}`];
    });
  });
  expect(wrong).toEqual([]);
});

test('what a claim calls an assumption is not documented in the register, or says so for one profile', () => {
  const cited = GOLDEN.flatMap(({ claims }) => claims.map(({ source }) => source))
    .filter((source) => source.startsWith('assumption: '))
    .map((source) => source.slice('assumption: '.length) as ParameterName);
  for (const name of new Set(cited)) {
    const { confidence, windowsServer2008 } = REGISTER[name];
    const both = [confidence, windowsServer2008?.confidence ?? confidence];
    expect(
      both.some((one) => one !== 'documented'),
      name,
    ).toBe(true);
  }
});
