import { expect, test } from 'vitest';
import { clientKind, countClients, isConnected } from '../../../src/model/exchange/index.ts';
import type { ClientCount } from '../../../src/model/exchange/index.ts';
import { cluster } from '../support/cluster.ts';
import type { Ran } from '../support/cluster.ts';
import { measuring } from '../support/redundant.ts';
import { START } from '../support/scenario.ts';

const powerCut = cluster().at('0s', 'power-off NODE1').run();

const count = (run: Ran, after: number): ClientCount =>
  countClients(run.plan, run.world(`${after}ms`), START + after);

test('of 240 clients 24 use Outlook Web Access, 24 Outlook online, and the rest have a local copy', () => {
  const kinds = Array.from({ length: 240 }, (_, client) => clientKind(powerCut.plan, client));
  const number = (wanted: string): number => kinds.filter((kind) => kind === wanted).length;
  expect([number('web'), number('online'), number('cached')]).toEqual([24, 24, 192]);
});

test('cached mode hides an outage (facts 7): only the others wait', () => {
  expect(count(powerCut, 1_000)).toEqual({ connected: 0, onLocalCopy: 192, waiting: 48 });
});

test('every client is back within one retry of its own rhythm (facts 7: Outlook reconnects by itself)', () => {
  const restored = powerCut.when('service-restored');
  const { clientRetryPeriod, webRetryPeriod } = powerCut.plan.scenario.parameters;
  expect(powerCut.the('clients-reconnected').values.clients).toBe(240);
  expect(powerCut.when('clients-reconnected')).toBeLessThanOrEqual(restored + webRetryPeriod);
  const half = count(powerCut, restored + clientRetryPeriod / 2);
  expect(half.connected).toBeGreaterThan(60);
  expect(half.connected).toBeLessThan(180);
  const outlook = count(powerCut, restored + clientRetryPeriod);
  expect(outlook.onLocalCopy).toBe(0);
  expect(outlook.waiting).toBeGreaterThan(0);
  expect(count(powerCut, restored + webRetryPeriod).connected).toBe(240);
});

test('every client is counted once, at every instant of a run', () => {
  for (let after = 0; after <= 70_000; after += 1_234) {
    const { connected, onLocalCopy, waiting } = count(powerCut, after);
    expect(connected + onLocalCopy + waiting).toBe(240);
    const at = START + after;
    const world = powerCut.world(`${after}ms`);
    const one = [...Array(240).keys()].filter((id) => isConnected(powerCut.plan, world, id, at));
    expect(one).toHaveLength(connected);
  }
});

test('more kinds than mailboxes are cut off at the number of mailboxes', () => {
  const parameters = { mailboxes: 10, webAccessClients: 8, onlineModeClients: 8 };
  const run = cluster({ parameters }).at('0s', 'cut public').run('1s');
  expect(count(run, 1_000)).toEqual({ connected: 0, onLocalCopy: 0, waiting: 10 });
});

test('a service that has no mailboxes has neither clients with a mailbox nor mail', () => {
  const generic = [{ id: 'FILES', owner: 'NODE1', resources: { share: [] } }];
  const run = measuring('FILES', { generic }).at('0s', 'power-off NODE1').run();
  expect(run.all('service-restored')).toHaveLength(1);
  expect([...run.kinds]).not.toContain('clients-reconnected');
  expect([...run.kinds]).not.toContain('queue-delivered');
  expect(count(run, 1_000)).toEqual({ connected: 0, onLocalCopy: 0, waiting: 0 });
  expect(run.mail()).toMatchObject({ delivered: 0, waiting: 0, lost: 0 });
});

test('what happens to a mailbox server that is not measured delays no mail', () => {
  const run = cluster({ nodes: 3, mailboxServers: 2 }).at('0s', 'power-off NODE2').run();
  expect(run.the('group-taken', 'EXMBX-2').values.to).toBe('NODE3');
  expect([...run.kinds]).not.toContain('service-lost');
  expect(run.mail()).toMatchObject({ late: 0, waiting: 0 });
});
