import { expect, test } from 'vitest';
import { checkScenario } from '#model/schema';
import { valueOf } from '#model/register';
import { soundFile } from '../scenario/support.ts';
import { cluster } from '../support/cluster.ts';
import type { Ran } from '../support/cluster.ts';

const both = ['windows-server-2003', 'windows-server-2008'] as const;

const outageOf = (run: Ran): number => run.the('service-restored').values.outageMs;

test('4.1.1 Exchange 2007 help: two clustered mailbox servers and one passive node: either finds it', () => {
  for (const lost of ['NODE1', 'NODE2']) {
    const run = cluster({ nodes: 3, mailboxServers: 2 }).at('0s', `power-off ${lost}`).run();
    const { groups, resources } = run.world();
    expect(groups[lost === 'NODE1' ? 'EXMBX' : 'EXMBX-2']?.owner.value).toBe('NODE3');
    expect(resources['mailbox-database']?.state.value).toBe('online');
    expect(resources['mailbox-database-2']?.state.value).toBe('online');
  }
});

test('4.1.2 bb676571: a file may have eight nodes and not nine', () => {
  const problems = (count: number): number => {
    const nodes = Array.from({ length: count }, (_, index) => ({ id: `NODE${index + 1}` }));
    return checkScenario('many', { ...soundFile(), nodes }).problems.length;
  };
  expect(problems(8)).toBe(0);
  expect(problems(9)).toBeGreaterThan(0);
});

test('4.1.4 Move-ClusteredMailboxServer: the target must not have a clustered mailbox server', () => {
  const run = cluster({ nodes: 3, mailboxServers: 2 })
    .at('0s', 'move EXMBX NODE2')
    .at('1s', 'move EXMBX NODE3')
    .run();
  expect(run.refusals).toEqual(['hosts-another']);
  expect(run.outcome()).toBe('online on NODE3');
});

test('4.1.5 aa997195: no node can help a lost array, and half a day is what a daily backup loses on average', () => {
  const run = cluster({ nodes: 4 }).at('0s', 'fail array').run();
  expect(run.all('service-restored')).toEqual([]);
  expect(Object.values(run.world().nodes).map(({ service }) => service.value)).not.toContain(
    'running',
  );
  for (const profile of both) {
    expect(valueOf('backupAge', profile).default).toBe((24 * 3_600_000) / 2);
  }
});

test('4.1.6 aa997195: the loss of a node loses no message, on either system', () => {
  for (const profile of both) {
    const { lost, waiting, late } = cluster({ profile }).at('0s', 'power-off NODE1').run().mail();
    expect({ lost, waiting }).toEqual({ lost: 0, waiting: 0 });
    expect(late).toBeGreaterThan(0);
  }
});

test('4.1.7 How to Move a Clustered Mailbox Server: a move ends a running backup', () => {
  const backup = cluster().at('0s', 'back-up mailbox-database');
  expect(backup.run().all('backup-ended')).toHaveLength(1);
  const moved = backup.at('10m', 'move EXMBX NODE2').run();
  expect(moved.all('backup-ended')).toEqual([]);
  expect(moved.all('backup-aborted')).toHaveLength(1);
});

test('4.2.2 benw: a disk takes only the databases that depend on it', () => {
  const run = cluster({ secondDatabase: true, resource: { 'disk-F': { restartAction: 'leave' } } })
    .at('0s', 'fail F')
    .run();
  expect(run.world().resources['database-2']?.state.value).toBe('offline');
  expect(run.world().resources['mailbox-database']?.state.value).toBe('online');
});

test('4.2.3 Exchange 2007 help: a database is mounted after its store is online and dismounted before', () => {
  const run = cluster().at('0s', 'move EXMBX NODE2').run();
  expect(run.when('resource-offline', 'mailbox-database')).toBeLessThan(
    run.when('resource-offline', 'information-store'),
  );
  expect(run.when('resource-online', 'mailbox-database')).toBeGreaterThan(
    run.when('resource-online', 'information-store'),
  );
});

test('4.2.4 timmcmic 2009-09-21: the disk of the file and the disk of the logs are both needed', () => {
  for (const disk of ['E', 'L']) {
    const run = cluster().at('0s', `fail ${disk}`).run();
    expect(run.all('service-restored')).toEqual([]);
    expect(run.world().service.value).toBe('down');
  }
});

test('4.2.5 timmcmic 2009-09-21: a disk mounted in a folder must depend on the disk of that folder', () => {
  const problems = (dependsOn: readonly string[]): readonly string[] => {
    const file = soundFile();
    const disks = file.storage.disks as object[];
    disks.push({ id: 'SG1', letter: 'E:\\SG1', holds: 'data', root: 'E' });
    const resources = file.groups[1]?.resources as object[];
    resources.push({ id: 'disk-SG1', type: 'physical-disk', disk: 'SG1', 'depends-on': dependsOn });
    return checkScenario('mount-point', file).problems.map(({ message }) => message);
  };
  expect(problems(['disk-E'])).toEqual([]);
  expect(problems([]).join()).toMatch(/disk-E/);
});

test('4.2.6 KB 821833: in the tree of older Exchange the store goes down with the System Attendant', () => {
  const lost = (informationStoreNeedsSystemAttendant: number): number =>
    cluster({ parameters: { informationStoreNeedsSystemAttendant } })
      .at('0s', 'crash system-attendant')
      .run()
      .all('service-lost').length;
  expect([lost(0), lost(1)]).toEqual([0, 1]);
});

test('4.3.2 aa997195: power, the service of the cluster or the quorum lost: a passive node takes over', () => {
  const ends = ['power-off NODE1', 'hang-service NODE1', 'cut NODE1.path-1'].map((action) =>
    cluster().at('0s', action).run().outcome(),
  );
  expect(ends).toEqual(['online on NODE2', 'online on NODE2', 'online on NODE2']);
});

test('4.3.4 aa997195: the loss of a passive node is not noticed', () => {
  for (const profile of both) {
    expect(cluster({ profile }).at('0s', 'power-off NODE2').run().all('service-lost')).toEqual([]);
  }
});

test('4.4.1 itprotoday: a failover takes seconds to a few minutes, longer with more logs to replay', () => {
  const outage = (checkpointDepthLogs: number): number =>
    outageOf(cluster({ parameters: { checkpointDepthLogs } }).at('0s', 'power-off NODE1').run());
  const [few, many] = [outage(1), outage(300)];
  expect(few).toBeGreaterThan(5_000);
  expect(many).toBeLessThan(5 * 60_000);
  expect(many - few).toBe(299 * 500);
});

test('4.4.2 KB Q171277: an address is quick, a name slower, and the databases take longest after a crash', () => {
  const took = (id: string): number =>
    cluster().at('0s', 'power-off NODE1').run().the('resource-online', id).values.tookMs;
  expect(took('ip-address')).toBeLessThan(took('network-name'));
  expect(took('network-name')).toBeLessThan(took('mailbox-database'));
});

test('4.4.3 bb124063: 180 s to go offline and then it is ended; any time to replay its logs', () => {
  const slow = cluster({ parameters: { databaseDismountDuration: 600_000 } })
    .at('0s', 'move EXMBX NODE2')
    .run();
  expect(slow.when('resource-offline', 'mailbox-database')).toBe(180_000);
  const long = cluster({ parameters: { recoveryDurationPerLog: 20_000 } })
    .at('0s', 'power-off NODE1')
    .run();
  expect(long.the('recovery-ended').values.tookMs).toBe(400_000);
  expect(long.all('resource-failed')).toEqual([]);
});
