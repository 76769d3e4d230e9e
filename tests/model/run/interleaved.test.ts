// A page carries out several runs in turn, and goes back in them: none may know of another.
import { expect, test } from 'vitest';
import { worldAt } from '#model';
import { wholeKit } from '#model/whole';
import { peek } from '../../../src/model/kernel/agenda.ts';
import { advance, begin } from '../../../src/model/run/execute.ts';
import type { Progress } from '../../../src/model/run/execute.ts';
import { cluster } from '../support/cluster.ts';
import type { Script } from '../support/cluster.ts';
import { START } from '../support/scenario.ts';

const scripts: readonly Script[] = [
  cluster().do('0s cut private', '60s mend private'),
  cluster().do('0s power-off NODE1', '100s power-on NODE1'),
  cluster({ nodes: 8, mailboxServers: 2 }).do('0s cut NODE1.public', '5s fail array'),
  cluster({ profile: 'windows-server-2008' }).do('0s hang NODE1', '90s wake NODE1'),
];

/** Goes on with a run to its next instant; false when there is none. */
function step(progress: Progress): boolean {
  const next = peek(progress.state.agenda);
  if (next) advance(progress, next.at, () => undefined);
  return next !== undefined;
}

test('runs carried out in turn, instant by instant, tell what each tells alone', () => {
  const runs = scripts.map(({ plan, actions }) => begin(plan, actions, wholeKit));
  let isGoing = true;
  while (isGoing) isGoing = runs.map(step).includes(true);
  for (const [index, { trace }] of runs.entries())
    expect(trace).toEqual(scripts[index]?.run().occurrences);
});

test('a period for retries that is set while something has failed is heeded, also after going back', () => {
  const script = cluster()
    .do('0s cut public', '20m set network-name.RetryPeriodOnFailure 30m')
    .do('20m set ip-address.RetryPeriodOnFailure 30m', '21m mend public');
  const { execution } = script.run();
  const retried = execution.occurrences.filter(({ kind }) => kind === 'resource-retried');
  expect(retried.length).toBeGreaterThan(0);
  const before = worldAt(execution, START + 19 * 60_000);
  const after = worldAt(execution, START + 25 * 60_000);
  expect(Object.keys(before.properties)).toEqual([]);
  expect(Object.keys(after.properties)).toHaveLength(2);
  expect(script.run().occurrences).toEqual(execution.occurrences);
});
