import { describe, expect, test } from 'vitest';
import { adviceFor, checkScenario } from '#model/schema';
import { largeFile, soundFile, withValue } from './support.ts';

function adviceOn(file: object): readonly string[] {
  const { scenario, problems } = checkScenario('x', file);
  expect(problems).toEqual([]);
  return scenario ? adviceFor(scenario) : [];
}

/** A cluster about which there is nothing to say, on Windows Server 2003. */
function wellBuilt() {
  const file = withValue(soundFile(), 'nodes', [
    { id: 'NODE1', paths: 2 },
    { id: 'NODE2', paths: 2 },
  ]);
  return withValue(file, 'profile', 'windows-server-2003');
}

/** The same on Windows Server 2008, where disk and nodes vote. */
const later = () =>
  Object.assign(wellBuilt(), { profile: 'windows-server-2008', quorum: 'node-and-disk-majority' });

test('there is nothing to say about a well-built cluster', () => {
  expect(adviceOn(wellBuilt())).toEqual([]);
  expect(adviceOn(later())).toEqual([]);
});

test('a server that stands alone is given no advice', () => {
  const file = withValue(soundFile(), 'storage.disks.0.holds', 'data');
  const alone = withValue(file, 'try', undefined);
  expect(adviceOn({ ...alone, nodes: [{ id: 'NODE1' }] })).toEqual([]);
});

describe('networks', () => {
  test('one network between the nodes is not enough (KB 258750)', () => {
    const file = withValue(wellBuilt(), 'networks.1.role', 'client');
    expect(adviceOn(file)).toEqual([
      'The nodes hear each other on private only; a cluster needs two independent networks between its nodes (KB 258750)',
    ]);
  });

  test('the heartbeat network is not teamed on Windows Server 2003, the public one may be (KB 258750)', () => {
    const file = withValue(wellBuilt(), 'networks.1.teamed', true);
    expect(adviceOn(file)).toEqual([]);
    expect(adviceOn(withValue(file, 'networks.0.teamed', true))).toEqual([
      'The adapters of the heartbeat network private are teamed, which is not supported (KB 258750)',
    ]);
    expect(adviceOn(withValue(later(), 'networks.0.teamed', true))).toEqual([]);
  });

  test('a network for clients only is nothing for Windows Server 2008 (Failover Cluster API)', () => {
    const networks = [
      { id: 'private', role: 'internal' },
      { id: 'spare', role: 'internal' },
      { id: 'public', role: 'client' },
    ];
    expect(adviceOn({ ...wellBuilt(), networks })).toEqual([]);
    expect(adviceOn({ ...later(), networks })[0]).toMatch(/^Network public is for clients only/);
  });

  test('networks of one switch are not independent (KB 258750)', () => {
    const file = {
      ...wellBuilt(),
      switches: [{ id: 'switch-1' }, { id: 'switch-2' }],
      networks: [
        { id: 'private', role: 'internal', switches: ['switch-1'] },
        { id: 'public', role: 'mixed', switches: ['switch-1'] },
      ],
    };
    expect(adviceOn(file)).toEqual([
      'All networks between the nodes are made of switch-1, so they are not independent (KB 258750)',
    ]);
    expect(adviceOn(withValue(file, 'networks.0.switches', ['switch-2']))).toEqual([
      expect.stringMatching(/^Network public is made of switch-1 alone; .*Cunningham/),
    ]);
    expect(adviceOn(withValue(file, 'networks.1.switches', ['switch-1', 'switch-2']))).toEqual([]);
  });

  test('nodes in different subnets are a matter of Windows Server 2008 (bb676571)', () => {
    expect(adviceOn(withValue(later(), 'nodes.1.subnet', 'B'))).toEqual([]);
    expect(adviceOn(withValue(wellBuilt(), 'nodes.1.subnet', 'B'))).toEqual([
      'Nodes in different subnets are documented for Windows Server 2008 only (bb676571)',
    ]);
  });
});

describe('power and storage', () => {
  test('one feed for everything takes everything along', () => {
    const file = withValue(
      { ...wellBuilt(), feeds: [{ id: 'feed-1' }, { id: 'feed-2' }] },
      'nodes',
      [
        { id: 'NODE1', paths: 2, feeds: ['feed-1'] },
        { id: 'NODE2', paths: 2, feeds: ['feed-1'] },
      ],
    );
    expect(adviceOn(file)).toEqual([
      expect.stringMatching(/^With feed-1 alone goes every node; .*Cunningham/),
    ]);
    expect(adviceOn(withValue(file, 'storage.feeds', ['feed-1']))[0]).toMatch(
      /goes every node and the array;/,
    );
    expect(adviceOn(withValue(file, 'nodes.1.feeds', ['feed-2']))[0]).toMatch(/goes the array;/);
    expect(adviceOn(withValue(file, 'storage.feeds', ['feed-1', 'feed-2']))).toEqual([]);
  });

  test('a feed behind every switch of a network takes the network along', () => {
    const file = { ...largeFile(), quorum: 'disk' };
    const told = (data: object) => adviceOn(data).filter((one) => one.startsWith('With'));
    expect(told(file)).toEqual([]);
    expect(told(withValue(file, 'switches.1.feeds', ['feed-1']))[0]).toMatch(
      /goes network public;/,
    );
  });

  test('one storage path or one controller is a single thing to lose', () => {
    expect(adviceOn(withValue(wellBuilt(), 'nodes.1.paths', 1))).toEqual([
      expect.stringMatching(/^One storage path each for NODE2: .*Experts Exchange 19639/),
    ]);
    expect(adviceOn(withValue(wellBuilt(), 'storage.controllers', ['A']))).toEqual([
      expect.stringMatching(/^All storage paths lead to A; /),
    ]);
    expect(adviceOn(withValue(wellBuilt(), 'storage.controllers', ['A', 'B']))).toEqual([]);
  });

  test('all mount points under one letter are lost with it (timmcmic 2009-09-21)', () => {
    const file = largeFile();
    const told = (data: object) => adviceOn(data).filter((one) => one.includes('mount point'));
    expect(told(file)).toEqual([]);
    const letter = String.raw`R:\SG1-logs`;
    const disk = { id: 'L1', letter, holds: 'logs', root: 'R' };
    const second = withValue(file, 'storage.disks.3', disk);
    expect(told(withValue(second, 'groups.1.resources.2.depends-on', ['disk-R']))).toEqual([
      'Every mount point is a folder of disk R, whose loss takes them all (timmcmic, 2009-09-21)',
    ]);
  });
});

describe('databases and their disks', () => {
  const database = 'groups.1.resources.4';

  test('a database depends on every disk that it has files on (benw; timmcmic 2009-09-21)', () => {
    const file = withValue(wellBuilt(), `${database}.disks`, ['E']);
    expect(adviceOn(file)).toEqual([]);
    expect(adviceOn(withValue(file, `${database}.depends-on`, ['store']))).toEqual([
      expect.stringMatching(
        /^Database database has files on disk E and does not depend on it.*benw/,
      ),
    ]);
  });

  test('a disk that was left in another group is one it cannot depend on', () => {
    const file = withValue(wellBuilt(), `${database}.disks`, ['E', 'Q']);
    expect(adviceOn(file)).toEqual([
      expect.stringMatching(/^Database database has files on disk Q/),
    ]);
  });

  test('any one disk is not all of them', () => {
    const file = withValue(later(), `${database}.depends-on`, undefined);
    const any = withValue(file, `${database}.depends-on-any`, ['store', 'disk-E']);
    expect(adviceOn(any)).toEqual([
      expect.stringMatching(/^Database database has files on disk E/),
    ]);
  });

  test('a database without any disk depends on too little', () => {
    const file = withValue(wellBuilt(), `${database}.depends-on`, ['store']);
    expect(adviceOn(file)).toEqual([
      expect.stringMatching(/^Database database depends on no disk/),
    ]);
  });
});

describe('groups', () => {
  test('nothing else belongs into the Cluster Group (KB Q168948)', () => {
    const file = wellBuilt();
    const own = [
      { id: 'cluster-address', type: 'ip-address', network: 'public', address: '10.0.0.9' },
      { id: 'cluster-name', type: 'network-name', 'depends-on': ['cluster-address'] },
    ];
    file.groups[0]?.resources.push(...(own as never[]));
    expect(adviceOn(file)).toEqual([]);
    file.groups[0]?.resources.push({ id: 'spooler', type: 'generic' } as never);
    expect(adviceOn(file)).toEqual([
      expect.stringMatching(/^Cluster holds more than .* \(spooler\); .* \(KB Q168948\)$/),
    ]);
  });

  test('a group that has one possible owner cannot fail over (KB Q197047)', () => {
    const file = withValue(wellBuilt(), 'groups.1.resources.0.possible-owners', ['NODE1']);
    expect(adviceOn(file)).toEqual([
      'No node but NODE1 may own all of MAIL, so it cannot fail over (KB Q197047)',
    ]);
  });
});

describe('the quorum', () => {
  const third = { id: 'NODE3', paths: 2 };
  const share = { id: 'share', network: 'public' };

  test('one disk is supported on Windows Server 2008 but not recommended (bb676571)', () => {
    expect(adviceOn({ ...later(), quorum: 'disk' })).toEqual([
      'The quorum is one disk, which is supported on Windows Server 2008 but not recommended (bb676571)',
    ]);
  });

  test('a file share is recommended for clusters with copies (bb676571)', () => {
    const file = withValue(later(), 'storage.disks.0.holds', 'data');
    const told = adviceOn({ ...file, quorum: 'node-and-file-share-majority', witness: share });
    expect(told).toEqual([
      expect.stringMatching(/^A file share as witness .*node-and-disk-majority/),
    ]);
  });

  test('a majority of two nodes survives no failure (KB 921181)', () => {
    const file = withValue(wellBuilt(), 'storage.disks.0.holds', 'data');
    expect(adviceOn({ ...file, quorum: 'node-majority' })).toEqual([
      'A majority of two nodes is both of them, so the cluster survives no failure (KB 921181)',
    ]);
    const three = { ...file, quorum: 'node-majority', nodes: [...file.nodes, third] };
    expect(adviceOn(three)).toEqual([]);
  });

  test('a vote that makes their number even is no gain', () => {
    const file = later();
    expect(adviceOn({ ...file, nodes: [...file.nodes, third] })).toEqual([
      expect.stringMatching(/^With 3 nodes the witness makes an even number of votes/),
    ]);
  });
});

test('every advice names its source', () => {
  const file = withValue(largeFile(), 'groups.0.resources.0.possible-owners', ['NODE3']);
  const told = adviceOn(withValue(file, 'networks.1.role', 'client'));
  expect(told.length).toBeGreaterThan(2);
  for (const one of told) expect(one).toMatch(/\([^()]*(KB|bb\d|cc\d|API|timmcmic|\d{4})[^()]*\)$/);
});
