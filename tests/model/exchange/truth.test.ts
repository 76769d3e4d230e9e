import { describe, expect, test } from 'vitest';
import { planOf } from '#model';
import { cluster, Script } from '../support/cluster.ts';
import { measuring, withForgottenDisk, withTwoAddresses } from '../support/redundant.ts';
import { twoNodes } from '../support/scenario.ts';

const DATABASE = 'mailbox-database';

describe('the hardware address behind the address (KB 244331)', () => {
  const deaf = { gratuitousArpAccepted: 0 };

  test('routers that believe the broadcast send to the new node at once', () => {
    const run = cluster().at('0s', 'move EXMBX').run();
    expect([...run.kinds]).not.toContain('address-learned');
    expect(run.world().addressKnownAt.value).toBe('NODE2');
    expect(run.the('service-restored').at).toBe(run.all('resource-online', DATABASE)[0]?.at);
  });

  test('others keep sending to the old node until they forget it', () => {
    const run = cluster({ parameters: deaf }).at('0s', 'move EXMBX').run();
    const { arpCacheDuration } = run.plan.scenario.parameters;
    const online = run.when('resource-online', 'ip-address');
    expect(run.when('address-learned')).toBe(online + arpCacheDuration);
    expect(run.when('service-restored')).toBe(run.when('address-learned'));
  });

  test('back on the node that they know, nothing has to be learned', () => {
    const run = cluster({ parameters: deaf }).at('0s', 'move EXMBX').at('1m', 'move EXMBX').run();
    expect([...run.kinds]).not.toContain('address-learned');
    expect(run.outcome()).toBe('online on NODE1');
  });

  test('an address that is away again by then teaches nobody', () => {
    const run = cluster({ parameters: deaf })
      .at('0s', 'move EXMBX')
      .at('2m', 'take-offline EXMBX')
      .run();
    expect([...run.kinds]).not.toContain('address-learned');
  });
});

describe('a name that needs one of two addresses (Windows Server 2008, bb629581)', () => {
  test('answers while one of its networks is whole', () => {
    for (const network of ['public', 'public-b'])
      expect(withTwoAddresses().at('0s', `cut ${network}`).run('1s').all('service-lost')).toEqual(
        [],
      );
  });

  test('and not without both', () => {
    const run = withTwoAddresses().at('0s', 'cut public').at('1s', 'cut public-b').run();
    expect(run.times('service-lost')).toEqual([1_000]);
  });
});

describe('disks that somebody forgot to make the database depend on', () => {
  test('left in another group, the disk stays behind when the mailbox server moves (benw)', () => {
    const run = withForgottenDisk().at('0s', 'move EXMBX').run();
    expect(run.outcome()).toBe('down on NODE2');
    expect(run.world().groups['AvailableStorage']?.owner.value).toBe('NODE1');
    expect(run.world().resources[DATABASE]?.state.value).toBe('failed');
    const brought = withForgottenDisk()
      .at('0s', 'move EXMBX')
      .at('5m', 'move AvailableStorage')
      .at('6m', `bring-online ${DATABASE}`)
      .run();
    expect(brought.outcome()).toBe('online on NODE2');
  });

  test('everything looks fine until then', () => {
    const run = withForgottenDisk().at('0s', 'crash information-store').run();
    expect(run.outcome()).toBe('online on NODE1');
  });

  test('moved away under a mounted database, the disk takes its next write with it', () => {
    const run = withForgottenDisk().at('0s', 'move AvailableStorage').run();
    const gone = run.all('resource-offline', 'disk-E')[0];
    expect(run.all('resource-failed', DATABASE)[0]).toMatchObject({
      at: gone?.at,
      values: { how: 'access' },
    });
    expect(run.outcome()).toBe('down on NODE1');
  });

  test('in the same group without the dependency, the disk goes before the database is closed (timmcmic)', () => {
    const resource = {
      [DATABASE]: { dependsOn: ['information-store', 'disk-L'], disks: ['E', 'L'] },
    };
    const run = cluster({ resource }).at('0s', 'move EXMBX').run();
    expect(run.all('recovery-started')).toHaveLength(1);
    expect(cluster().at('0s', 'move EXMBX').run().all('recovery-started')).toEqual([]);
  });
});

describe('a group without databases', () => {
  const generic = [{ id: 'FILES', owner: 'NODE1', resources: { app: [], share: ['app'] } }];
  const files = measuring('FILES', { generic });

  test('answers when every resource of it is online and well', () => {
    const run = files.at('0s', 'crash app').run();
    expect(run.times('service-lost')).toEqual([0]);
    const online = run.all('resource-online', 'share').at(-1)?.at;
    expect(run.the('service-restored').at).toBe(online);
  });

  test('does not care for the mailbox server', () => {
    expect(files.at('0s', 'take-offline EXMBX').run().all('service-lost')).toEqual([]);
  });

  test('the group of the quorum disk needs its disk', () => {
    const run = measuring('ClusterGroup', {}).at('0s', 'fail Q').run();
    expect(run.times('service-lost')).toEqual([0]);
  });
});

describe('two parts that go on apart after a forced quorum', () => {
  const quorum = 'node-majority' as const;
  const apart = cluster({ quorum, nodes: 3, owner: 'NODE3' })
    .at('0s', 'cut NODE1.private')
    .at('0s', 'cut NODE1.public')
    .at('1m', 'force-quorum NODE1');

  test('clients are answered by the part that answers, whatever the other believes', () => {
    const run = apart.run();
    expect(run.world().rivals).toHaveLength(1);
    expect(run.world().service.value).toBe('online');
    expect(run.all('service-lost')).toEqual([]);
  });

  test('the database stays clean: it is mounted once, and the other part never had it', () => {
    const run = apart.run();
    expect(run.kinds).not.toContain('recovery-started');
    const ended = apart.at('10m', 'power-off NODE1').run();
    expect(ended.world().databases[DATABASE]).toMatchObject({
      state: { value: 'mounted' },
      mountedBy: 'NODE3',
    });
    expect(ended.all('service-lost')).toEqual([]);
  });

  test('a part that has the network but not the disks answers nobody', () => {
    const run = apart.at('5m', 'cut NODE3.public').at('5m', 'mend NODE1.public').run();
    expect(run.when('service-lost')).toBe(300_000);
    const rival = run.world().rivals[0]?.resources[DATABASE]?.state.value;
    expect(rival).not.toBe('online');
  });

  test('an attempt of the other part to mount it leaves the mounted one alone', () => {
    const run = cluster({
      quorum,
      nodes: 3,
      owner: 'NODE3',
      parameters: { publicNetworkLossFailsAddress: 0 },
      // Without a network its name cannot come online; the store is made to do without it.
      resource: {
        'information-store': { dependsOn: [] },
        [DATABASE]: { dependsOn: ['information-store'], disks: ['E', 'L'] },
      },
    })
      .at('0s', 'cut NODE1.private')
      .at('0s', 'cut NODE1.public')
      .at('1m', 'force-quorum NODE1')
      .run();
    expect(run.the('resource-going-online', DATABASE).values.node).toBe('NODE1');
    expect(run.the('resource-offline', DATABASE).values.node).toBe('NODE1');
    expect(run.world().databases[DATABASE]?.state.value).toBe('mounted');
    expect(run.all('service-lost')).toEqual([]);
  });
});

describe('a forced node beside an owner that stands still', () => {
  const forced = cluster()
    .at('0s', 'stop-cluster-service NODE2')
    .at('1m', 'hang NODE1')
    .at('2m', 'force-quorum NODE2')
    .at('2m', 'bring-online EXMBX');

  test('gets the disks, recovers the database that nobody closed, and answers', () => {
    const run = forced.run();
    expect(run.the('recovery-started').values.logs).toBe(20);
    expect(run.the('service-restored').at).toBe(run.all('resource-online', DATABASE)[0]?.at);
    expect(run.world().databases[DATABASE]?.mountedBy).toBe('NODE2');
    expect(run.world().resources[DATABASE]?.state.value).toBe('online');
  });

  test('woken, the old owner takes nothing with it when it ends', () => {
    const run = forced.at('10m', 'wake NODE1').at('11m', 'power-off NODE1').run();
    expect(run.world().databases[DATABASE]).toMatchObject({
      state: { value: 'mounted' },
      mountedBy: 'NODE2',
    });
    expect(run.times('service-lost')).toEqual([60_000]);
  });

  test('what is done to a service is done where it runs', () => {
    const run = forced.at('10m', 'crash information-store').run();
    expect(run.the('resource-crashed').values.node).toBe('NODE2');
    expect(run.all('service-lost')).toHaveLength(2);
  });
});

test('clients lose a database at once that another part of the cluster mounts', () => {
  const plain = twoNodes({
    profile: 'windows-server-2008',
    parameters: { publicNetworkLossFailsAddress: 0 },
  });
  const withoutDisks = planOf({
    ...plain,
    groups: plain.groups.map((group) => ({
      ...group,
      resources: group.resources
        .filter(({ id }) => id !== 'disk-E' && id !== 'disk-L')
        .map((resource) =>
          resource.type === 'mailbox-database'
            ? { ...resource, dependsOn: ['information-store'] }
            : resource,
        ),
    })),
  });
  const ran = new Script(withoutDisks)
    .do('0s stop-cluster-service NODE2', '30s cut NODE1.public', '60s force-quorum NODE2')
    .do('200s take-offline mailbox-database', '300s bring-online mailbox-database')
    .run();
  expect(ran.world('299s').service.value).toBe('online');
  expect(ran.world('300s').service.value).toBe('down');
  expect(ran.world('300s').databases['mailbox-database']?.state.value).not.toBe('mounted');
});
