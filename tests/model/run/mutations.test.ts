// A model that is broken on purpose must be found out: by an invariant, in a run that can be shown.
import { afterEach, describe, expect, test } from 'vitest';
import { INVARIANTS, planOf, visitInstants } from '#model';
import type { Plan, Scenario } from '#model';
import { execute, wholeKit } from '#model/whole';
import { commandFor, linkFor } from '#story';
import { reserveRule } from '../../../src/model/cluster/arbitration.ts';
import { tablesOf } from '../../../src/model/run/tables.ts';
import { RENEWAL_DUE } from '../../../src/model/world/task.ts';
import { Script } from '../support/cluster.ts';
import { twoNodes } from '../support/scenario.ts';

/** What an invariant of the intended plan says of a run, and the command and link that show it. */
function caught(script: Script, intended: Plan = script.plan): string {
  const { execution } = script.run();
  let found = '';
  visitInstants(execution, (at, world) => {
    for (const { name, broken } of INVARIANTS) {
      if (found !== '' || broken(intended, world) === null) continue;
      found = `${name}\n  ${commandFor(execution.run)}\n  ${linkFor(execution.run, at)}`;
    }
  });
  return found;
}

/** The same run with the model as it is. */
function isSound(script: Script, intended: Plan = script.plan): boolean {
  return caught(script, intended) === '';
}

const restore: (() => void)[] = [];
afterEach(() => {
  for (const undo of restore.splice(0)) undo();
});

const split = (): Script =>
  new Script(planOf(twoNodes({ publicRole: 'client' }))).at('0s', 'cut private');

describe('every mutation is found out, in a run that can be shown', () => {
  test('an owner that stops renewing its reservations (KB 309186)', () => {
    expect(isSound(split())).toBe(true);
    const handlers = tablesOf(wholeKit).handlers as unknown[];
    const [renew] = handlers.splice(RENEWAL_DUE, 1, () => undefined);
    restore.push(() => handlers.splice(RENEWAL_DUE, 1, renew));
    const shown = caught(split());
    expect(shown).toMatch(/^a living owner that reaches the quorum disk keeps it/);
    expect(shown).toContain('npm run --silent simulate');
    expect(shown).toContain('#run=');
  });

  test('a challenger that does not mind being refused (KB 309186)', () => {
    const conditions = reserveRule.conditions as unknown[];
    const [refusal] = conditions.splice(1, 1);
    restore.push(() => conditions.push(refusal));
    expect(caught(split())).toMatch(/^a living owner that reaches the quorum disk keeps it/);
  });

  const withResources = (change: (scenario: Scenario) => Scenario): [Script, Plan] => {
    // A store so slow that a database which does not wait for it is first.
    const intended = twoNodes({ parameters: { informationStoreOnlineDuration: 60_000 } });
    const mutated = planOf(change(intended));
    return [new Script(mutated).at('0s', 'power-off NODE1'), planOf(intended)];
  };

  test('resources that start without their providers (KB Q171791)', () => {
    const [script, intended] = withResources((scenario) => ({
      ...scenario,
      groups: scenario.groups.map((group) => ({
        ...group,
        resources: group.resources.map((resource) => ({ ...resource, dependsOn: [] })),
      })),
    }));
    expect(caught(script, intended)).toMatch(/^a resource comes online only on providers/);
  });

  test('a group that goes to a node on which it may not run (KB 299631)', () => {
    const plain = twoNodes();
    const intended = planOf({
      ...plain,
      groups: plain.groups.map((group) => ({
        ...group,
        resources: group.resources.map((resource) => ({ ...resource, possibleOwners: ['NODE1'] })),
      })),
    });
    const script = new Script(planOf(plain)).at('0s', 'power-off NODE1');
    expect(caught(script, intended)).toMatch(/^a group is given only to nodes/);
    expect(isSound(new Script(intended).at('0s', 'power-off NODE1'))).toBe(true);
  });
});

test('what is put back is whole again', () => {
  expect(isSound(split())).toBe(true);
  expect(execute({ plan: split().plan, actions: [] }).occurrences).toEqual([]);
});
