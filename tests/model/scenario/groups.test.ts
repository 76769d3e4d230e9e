import { describe, expect, test } from 'vitest';
import { checkScenario } from '#model/schema';
import { largeFile, problemsWith, soundFile, withValue } from './support.ts';

describe('owners', () => {
  test.each([
    [
      'groups.1.preferred-owners',
      ['NODE1', 'NOD3'],
      'groups.1.preferred-owners.1: there is no node "NOD3"; did you mean "NODE3"? (NODE1, NODE2, NODE3)',
    ],
    [
      'groups.1.preferred-owners',
      ['NODE1', 'NODE1'],
      'groups.1.preferred-owners.1: node "NODE1" stands here twice; leave one of them out',
    ],
    [
      'groups.2.resources.1.possible-owners',
      ['NODE1', 'NODE3'],
      'groups.2.resources.1.possible-owners: NODE2 has the group at the start, so it must be among its possible owners',
    ],
    [
      'groups.2.resources.1.possible-owners',
      ['NODE2', 'NODE4'],
      'groups.2.resources.1.possible-owners.1: there is no node "NODE4"; did you mean "NODE1"? (NODE1, NODE2, NODE3)',
    ],
  ])('%s: %j', (path, value, message) => {
    expect(problemsWith(path, value, largeFile())).toEqual([message]);
  });

  test('a group goes back only where it has a preferred owner (KB Q197047)', () => {
    const message =
      'groups.2.failback: a group goes back to a preferred owner; say which those are, or "prevent"';
    expect(problemsWith('groups.2.failback', 'immediate', largeFile())).toEqual([message]);
    expect(problemsWith('groups.2.failback', '0-6', largeFile())).toEqual([message]);
    expect(problemsWith('groups.2.failback', 'prevent', largeFile())).toEqual([]);
  });
});

describe('clustered mailbox servers', () => {
  test('a node hosts one at a time (Move-ClusteredMailboxServer)', () => {
    const file = withValue(largeFile(), 'groups.2.resources.1.possible-owners', undefined);
    expect(problemsWith('groups.2.owner', 'NODE1', file)).toEqual([
      'groups.2.owner: NODE1 has clustered mailbox server MAIL1 already; a node hosts one at a time',
    ]);
  });

  test('one node at least has to be without (Exchange Server 2007 is active/passive)', () => {
    const file = largeFile();
    file.nodes.pop();
    const told = withValue(file, 'groups.0.owner', 'NODE2');
    const others = withValue(told, 'groups.1.preferred-owners', ['NODE1']);
    expect(problemsWith('groups.2.resources.1.possible-owners', undefined, others)).toEqual([
      'groups: 2 clustered mailbox servers on 2 nodes; one node at least has to be without',
    ]);
  });

  test('any group can be what is measured', () => {
    expect(problemsWith('subject', 'Cluster')).toEqual([]);
    expect(checkScenario('x', { ...soundFile(), subject: 'Cluster' }).scenario?.subject).toBe(
      'Cluster',
    );
  });
});

test('a resource is tried again no sooner than its failures are forgotten (RetryPeriodOnFailure)', () => {
  const scanner = 'groups.2.resources.2.retry-period';
  expect(problemsWith(scanner, '9m', largeFile())).toEqual([
    `${scanner}: 9m is less than the period in which its failures count; give it 10m or more, or 4294967295ms for never`,
  ]);
  expect(problemsWith(scanner, '10m', largeFile())).toEqual([]);
  expect(problemsWith('parameters.retryPeriodOnFailure', '14m', soundFile())).toHaveLength(1);
  const counted = 'groups.2.resources.2.restart-period';
  const alone = withValue(largeFile(), scanner, undefined);
  expect(problemsWith(counted, '2h', alone)).toEqual([
    `${counted}: 2h is more than the time until it is tried again, 1h; give it 1h or less, or a "retry-period" of 2h or more`,
  ]);
  expect(problemsWith(counted, '1h', alone)).toEqual([]);
});

describe('dependencies', () => {
  const database = 'groups.2.resources.1';

  test('one provider of several is enough since Windows Server 2008 only (bb629581)', () => {
    const file = withValue(soundFile(), 'groups.1.resources.2.depends-on', undefined);
    expect(problemsWith('groups.1.resources.2.depends-on-any', ['address'], file)).toEqual([
      'groups.1.resources.2.depends-on-any: one provider of several is enough since Windows Server 2008; write "depends-on"',
    ]);
  });

  test('all of some and any of others is not possible', () => {
    expect(problemsWith(`${database}.depends-on-any`, ['scanner'], largeFile())).toEqual([
      `${database}.depends-on-any: "depends-on" and "depends-on-any" exclude each other; leave one of them out`,
    ]);
  });

  test('a choice of providers is checked as a list of all of them is', () => {
    const any = 'groups.1.resources.5.depends-on-any';
    expect(problemsWith(any, ['adress-1'], largeFile())[0]).toContain('did you mean "address-1"?');
    expect(problemsWith(any, ['scanner'], largeFile())).toEqual([
      `${any}.0: resource scanner is in another group; a resource depends on resources of its own group`,
    ]);
    expect(problemsWith(any, ['address-1', 'store-1'], largeFile())).toEqual([
      `${any}: a circle of dependencies: name-1 → store-1 → name-1; leave one of them out`,
    ]);
  });

  test('the Information Store above the System Attendant may close a circle (Exchange Server 2003)', () => {
    const file = withValue(largeFile(), 'groups.1.resources.6.depends-on', ['store-1']);
    expect(problemsWith('title', 'x', file)).toEqual([]);
    const parameters = { informationStoreNeedsSystemAttendant: 'on' };
    expect(problemsWith('parameters', parameters, file)).toEqual([
      'groups.1.resources.6.depends-on: a circle of dependencies: attendant-1 → store-1 → attendant-1; leave one of them out',
    ]);
  });

  test('a mount point depends on the disk that it is in a folder of (timmcmic 2009-09-21)', () => {
    expect(problemsWith('groups.1.resources.1.depends-on', undefined, largeFile())).toEqual([
      'groups.1.resources.1: disk SG1 is in a folder of R, which has to be online first; add disk-R to "depends-on"',
    ]);
    expect(problemsWith('groups.1.resources.1.depends-on', ['disk-L1'], largeFile())).toEqual([
      'groups.1.resources.1.depends-on: disk SG1 is in a folder of R, which has to be online first; add disk-R to "depends-on"',
    ]);
  });

  test('a mount point is in the group of the disk that it is in a folder of', () => {
    const file = largeFile();
    const moved = file.groups[1]?.resources.shift();
    Object.assign(file.groups[1]?.resources[0] ?? {}, { 'depends-on': ['disk-L1'] });
    file.groups[2]?.resources.push(moved as never);
    expect(problemsWith('title', 'x', file)).toEqual([
      'groups.1.resources.0.disk: disk SG1 is in a folder of R; give a physical-disk of this group "disk: R"',
    ]);
  });
});

describe('what belongs to a type of resource', () => {
  test.each([
    [
      'groups.1.resources.0.disks',
      ['R'],
      'a resource of type physical-disk has no disks; leave the key out',
    ],
    [
      'groups.2.resources.1.online',
      '3s',
      'a resource of type mailbox-database has no online; leave the key out',
    ],
    [
      'groups.2.resources.2.address',
      '10.0.0.7',
      'a resource of type generic has no address; leave the key out',
    ],
    ['groups.2.resources.2.offline', '0s', '0ms is out of range; it goes from 1ms to 1d'],
  ])('%s: %j', (path, value, message) => {
    expect(problemsWith(path, value, largeFile())).toEqual([`${path}: ${message}`]);
  });

  test('what is left failed does not take its group along', () => {
    const file = withValue(largeFile(), 'groups.2.resources.2.restart', false);
    expect(problemsWith('groups.2.resources.2.affects-group', false, file)).toEqual([]);
    expect(problemsWith('groups.2.resources.2.affects-group', true, file)).toEqual([
      'groups.2.resources.2.affects-group: a resource with "restart: false" is left failed, so its group does not move; leave one of the two out',
    ]);
  });
});
