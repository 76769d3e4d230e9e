import { expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';
import { planFor } from '../support/scenario.ts';

test('1.21 Failover Cluster API: Role: heartbeats go over internal and mixed networks only', () => {
  const networks = (publicRole: 'none' | 'internal' | 'client' | 'mixed') => [
    ...new Set(planFor({ publicRole }).ears.map(({ network }) => network)),
  ];
  expect(networks('mixed')).toEqual(['private', 'public']);
  expect(networks('internal')).toEqual(['private', 'public']);
  expect(networks('client')).toEqual(['private']);
  expect(networks('none')).toEqual(['private']);
});

test('1.22 KB Q176320: the private network is down and the public one mixed: no arbitration, no failover', () => {
  const run = cluster().at('0s', 'cut private').run();
  for (const kind of ['node-declared-down', 'quorum-challenged', 'group-moved'] as const) {
    expect(run.all(kind)).toEqual([]);
  }
  expect(run.outcome()).toBe('online on NODE1');
});

test('1.23 KB Q176320: the public network is for clients: one node wins all groups, the other stops', () => {
  const winner = (quorumOwner: string): string => {
    const run = cluster({ publicRole: 'client', quorumOwner }).at('0s', 'cut private').run();
    expect(run.all('cluster-service-stopped')).toHaveLength(1);
    expect(run.world().groups['ClusterGroup']?.owner.value).toBe(quorumOwner);
    return run.outcome();
  };
  expect(winner('NODE1')).toBe('online on NODE1');
  expect(winner('NODE2')).toBe('online on NODE2');
});

test('1.24 KB Q176320: the public adapter of the active node fails: its address fails, then its group moves', () => {
  const run = cluster().at('0s', 'cut NODE1.public').run();
  expect(run.the('failover-started').values).toMatchObject({
    resource: 'ip-address',
    from: 'NODE1',
    to: 'NODE2',
  });
  expect(run.all('node-declared-down')).toEqual([]);
});

test('1.25 KB Q257925: NT 4.0 does not see a pulled cable, Windows 2000 and later do', () => {
  const failures = (publicNetworkLossFailsAddress: number): number =>
    cluster({ parameters: { publicNetworkLossFailsAddress } })
      .at('0s', 'cut NODE1.public')
      .run()
      .all('resource-failed', 'ip-address').length;
  expect(failures(0)).toBe(0);
  expect(failures(1)).toBeGreaterThan(0);
});

test('1.26 KB 286342: all networks down: as on Windows 2000 the owner of the quorum keeps it, with or without clients', () => {
  const run = cluster().at('0s', 'cut private').at('0s', 'cut public').run();
  expect(run.the('quorum-defended').values.node).toBe('NODE1');
  expect(run.world().nodes['NODE1']?.service.value).toBe('running');
  expect(run.world().nodes['NODE2']?.service.value).toBe('stopped');
  expect(run.outcome()).toBe('down on NODE1');
});
