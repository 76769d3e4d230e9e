import { describe, expect, test } from 'vitest';
import { problemsAfter, problemsWith } from './support.ts';

describe('how parts fit each other', () => {
  test.each([
    [
      'groups.1.owner',
      'NODE3',
      'groups.1.owner: there is no node "NODE3"; did you mean "NODE1"? (NODE1, NODE2)',
    ],
    [
      'groups.1.resources.0.disk',
      'F',
      'groups.1.resources.0.disk: there is no disk "F"; did you mean "Q"? (Q, E)',
    ],
    [
      'groups.1.resources.1.network',
      'publik',
      'groups.1.resources.1.network: there is no network "publik"; did you mean "public"? (private, public)',
    ],
    [
      'groups.1.resources.1.network',
      'private',
      'groups.1.resources.1.network: clients cannot reach network private, whose role is internal; choose one with the role client or mixed',
    ],
    [
      'groups.1.resources.0.disk',
      undefined,
      'groups.1.resources.0: a resource of type physical-disk needs the key "disk"',
    ],
    [
      'groups.1.resources.2.disk',
      'E',
      'groups.1.resources.2.disk: a resource of type network-name has no disk; leave the key out',
    ],
    [
      'groups.1.resources.2.depends-on',
      ['adress'],
      'groups.1.resources.2.depends-on.0: there is no resource "adress"; did you mean "address"? (disk-E, address, name, store, database)',
    ],
    [
      'groups.1.resources.4.depends-on',
      ['disk-Q'],
      'groups.1.resources.4.depends-on.0: resource disk-Q is in another group; a resource depends on resources of its own group',
    ],
    [
      'groups.1.resources.1.depends-on',
      ['store'],
      'groups.1.resources.1.depends-on: a circle of dependencies: address → store → name → address; leave one of them out',
    ],
    [
      'groups.1.resources.2.depends-on',
      ['name'],
      'groups.1.resources.2.depends-on: a circle of dependencies: name → name; leave one of them out',
    ],
    [
      'subject',
      'MAILS',
      'subject: there is no group "MAILS"; did you mean "MAIL"? (Cluster, MAIL)',
    ],
    [
      'storage.disks.1.holds',
      'quorum',
      'storage.disks: several disks hold the quorum; exactly one disk has to say "holds: quorum"',
    ],
    [
      'storage.disks.0.holds',
      'logs',
      'storage.disks: no disk holds the quorum; exactly one disk has to say "holds: quorum"',
    ],
  ])('%s: %j', (path, value, message) => {
    expect(problemsWith(path, value)).toEqual([message]);
  });

  test('one id stands for one thing, over all kinds and without regard to case', () => {
    expect(problemsWith('storage.id', 'mail')).toEqual([
      'groups.1.id: the array has the id "MAIL" already; an id stands for one thing, whatever its kind and case',
    ]);
    expect(problemsWith('storage.id', 'NODE1.public')).toEqual([
      'storage.id: a cable has the id "NODE1.public" already; an id stands for one thing, whatever its kind and case',
    ]);
  });

  test('a server that stands alone has no quorum disk', () => {
    expect(problemsWith('nodes', [{ id: 'NODE1' }])).toContain(
      'storage.disks: a server that stands alone has no quorum; it needs no disk for one',
    );
  });

  test('some network has to carry heartbeats', () => {
    expect(
      problemsAfter(({ networks }) => networks.forEach((network) => (network.role = 'client'))),
    ).toEqual([
      'networks: no network carries heartbeats; give one of them the role internal or mixed',
    ]);
  });

  test('a disk belongs to one resource, and the quorum disk to at least one', () => {
    expect(problemsWith('groups.1.resources.0.disk', 'Q')).toEqual([
      'storage.disks.0.id: 2 resources use disk Q; a disk belongs to one resource',
    ]);
    expect(problemsAfter(({ groups }) => groups.shift())).toEqual([
      'storage.disks.0.id: no resource has disk Q; give a physical-disk of a group "disk: Q"',
    ]);
  });
});
