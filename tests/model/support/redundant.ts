import { planOf } from '#model';
import type { DiskDefinition, Scenario } from '#model';
import { Script } from './cluster.ts';
import { twoNodes } from './scenario.ts';
import type { Difference } from './scenario.ts';

/** Everything twice: feeds, switches with teamed adapters, storage paths and controllers. */
export const TWICE: Difference = {
  feeds: {
    NODE1: ['feed-1', 'feed-2'],
    NODE2: ['feed-1', 'feed-2'],
    array: ['feed-1', 'feed-2'],
    'switch-1': ['feed-1'],
    'switch-2': ['feed-2'],
  },
  switches: { public: ['switch-1', 'switch-2'] },
  teamed: true,
  paths: 2,
  controllers: ['controller-1', 'controller-2'],
};

function scriptFor(scenario: Scenario): Script {
  return new Script(planOf(scenario));
}

/** The cluster with another group as the one that is measured. */
export function measuring(subject: string, difference: Difference): Script {
  return scriptFor({ ...twoNodes(difference), subject });
}

/**
 * The mailbox server whose second database lies on a disk in a folder of the root disk R, and the
 * first on a letter of its own.
 */
export function withMountPoint(difference: Difference = {}): Script {
  const scenario = twoNodes({ ...difference, secondDatabase: true });
  const root: DiskDefinition = { id: 'R', letter: 'R:', holds: 'data' };
  const disks = scenario.disks.map((disk) =>
    disk.id === 'F' ? { ...disk, letter: 'R:\\SG2', root: 'R' } : disk,
  );
  const groups = scenario.groups.map((group) => {
    const mounted = group.resources.find(({ id }) => id === 'disk-F');
    if (!mounted) return group;
    const others = group.resources.filter((resource) => resource !== mounted);
    const letter = { ...mounted, id: 'disk-R', name: 'disk-R', disk: 'R' };
    return { ...group, resources: [letter, { ...mounted, dependsOn: ['disk-R'] }, ...others] };
  });
  return scriptFor({ ...scenario, disks: [...disks, root], groups });
}

/**
 * The disk of the database lies in another group, which Available Storage is called, and nobody made
 * the database depend on it.
 */
export function withForgottenDisk(difference: Difference = {}): Script {
  const scenario = twoNodes({
    ...difference,
    generic: [{ id: 'AvailableStorage', owner: 'NODE1', resources: {} }],
    resource: {
      'mailbox-database': { dependsOn: ['information-store', 'disk-L'], disks: ['E', 'L'] },
    },
  });
  const disk = scenario.groups
    .flatMap(({ resources }) => resources)
    .filter(({ id }) => id === 'disk-E');
  const groups = scenario.groups.map((group) => {
    const others = group.resources.filter(({ id }) => id !== 'disk-E');
    return { ...group, resources: group.id === 'AvailableStorage' ? disk : others };
  });
  return scriptFor({ ...scenario, groups });
}

/**
 * The mailbox server with a second address on a network of its own; one of them is enough for its
 * name (Windows Server 2008).
 */
export function withTwoAddresses(): Script {
  const scenario = twoNodes({ profile: 'windows-server-2008' });
  const networks = scenario.networks.map((network) =>
    network.id === 'public'
      ? [network, { ...network, id: 'public-b', name: 'Public B' }]
      : [network],
  );
  const groups = scenario.groups.map((group) => {
    const first = group.resources.find(({ id }) => id === 'ip-address');
    if (!first) return group;
    const second = { ...first, id: 'ip-address-b', network: 'public-b', address: '10.1.0.50' };
    const dependsOn = ['ip-address', 'ip-address-b'];
    const resources = group.resources.map((resource) =>
      resource.id === 'network-name' ? { ...resource, dependsOn, dependsOnAny: true } : resource,
    );
    return { ...group, resources: [second, ...resources] };
  });
  return scriptFor({ ...scenario, networks: networks.flat(), groups });
}
