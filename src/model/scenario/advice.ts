import { must } from '../kernel/lookup.ts';
import { groupPlansOf } from './group-plan.ts';
import type { GroupDefinition, NetworkDefinition, Scenario } from './types.ts';

/** One thing to say about a cluster that is possible but unsupported or unwise. */
type Advice = (scenario: Scenario) => readonly string[];

const listed = (ids: readonly string[]): string => ids.join(', ');

const carriesHeartbeats = ({ role }: NetworkDefinition): boolean =>
  role === 'internal' || role === 'mixed';

const independentNetworks: Advice = ({ networks }) => {
  const between = networks.filter(carriesHeartbeats);
  if (between.length > 1) return [];
  return [
    `The nodes hear each other on ${listed(between.map(({ id }) => id))} only; a cluster needs two independent networks between its nodes (KB 258750)`,
  ];
};

const teamedHeartbeat: Advice = ({ profile, networks }) =>
  profile === 'windows-server-2008'
    ? []
    : networks
        .filter(({ teamed, role }) => teamed && role === 'internal')
        .map(
          ({ id }) =>
            `The adapters of the heartbeat network ${id} are teamed, which is not supported (KB 258750)`,
        );

const clientOnlyNetwork: Advice = ({ profile, networks }) =>
  profile === 'windows-server-2003'
    ? []
    : networks
        .filter(({ role }) => role === 'client')
        .map(
          ({ id }) =>
            `Network ${id} is for clients only, a role that Windows Server 2008 does not support (Failover Cluster API, Role)`,
        );

const subnets: Advice = ({ profile, nodes }) =>
  profile === 'windows-server-2008' || new Set(nodes.map(({ subnet }) => subnet)).size === 1
    ? []
    : ['Nodes in different subnets are documented for Windows Server 2008 only (bb676571)'];

const REDUNDANCY = 'a single copy cluster is usually given redundant power, networks and storage';
const SEED = 'P. Cunningham, “Single Copy Clusters”, 2009';

const storagePaths: Advice = ({ nodes, array }) => {
  const single = nodes.filter(({ paths }) => paths === 1).map(({ id }) => id);
  return [
    ...(single.length > 0
      ? [
          `One storage path each for ${single.join(' and ')}: a cable or an adapter is enough to lose the disks, and clusters built so have been regretted (Experts Exchange 19639)`,
        ]
      : []),
    ...(array.controllers.length === 1
      ? [`All storage paths lead to ${array.controllers[0]}; ${REDUNDANCY} (${SEED})`]
      : []),
  ];
};

/** What one power feed takes along, beyond a single node. */
const powerFeeds: Advice = ({ feeds, nodes, switches, array, networks }) =>
  feeds.flatMap(({ id: feed }) => {
    const hangsOn = (part: { readonly feeds: readonly string[] }): boolean =>
      part.feeds.length > 0 && part.feeds.every((one) => one === feed);
    const dark = switches.filter(hangsOn).map(({ id }) => id);
    const lost = [
      ...(nodes.every(hangsOn) ? ['every node'] : []),
      ...(hangsOn(array) ? ['the array'] : []),
      ...networks
        .filter((one) => one.switches.length > 0 && one.switches.every((id) => dark.includes(id)))
        .map(({ id }) => `network ${id}`),
    ];
    return lost.length === 0
      ? []
      : [`With ${feed} alone goes ${lost.join(' and ')}; ${REDUNDANCY} (${SEED})`];
  });

const commonSwitches: Advice = ({ networks, switches }) =>
  switches.flatMap(({ id }) => {
    const made = networks.filter(
      (one) => one.switches.length > 0 && one.switches.every((box) => box === id),
    );
    const between = networks.filter(carriesHeartbeats);
    return between.length > 1 && between.every((network) => made.includes(network))
      ? [
          `All networks between the nodes are made of ${id}, so they are not independent (KB 258750)`,
        ]
      : made
          .filter(({ role }) => role === 'client' || role === 'mixed')
          .map(
            (network) => `Network ${network.id} is made of ${id} alone; ${REDUNDANCY} (${SEED})`,
          );
  });

const oneRoot: Advice = ({ disks }) => {
  const mounted = disks.flatMap(({ root }) => root ?? []);
  if (mounted.length < 2 || new Set(mounted).size > 1) return [];
  return [
    `Every mount point is a folder of disk ${mounted[0]}, whose loss takes them all (timmcmic, 2009-09-21)`,
  ];
};

const ON_DISKS = 'benw, “Exchange 2007 Single Copy Cluster Changes”; timmcmic, 2009-09-21';

const databaseDisks: Advice = (scenario) => {
  const { disksOf, resourceOfDisk, groups } = groupPlansOf(scenario);
  const databases = Object.values(groups).flatMap(({ resources }) =>
    resources.filter(({ type }) => type === 'mailbox-database'),
  );
  return databases.flatMap(({ id, dependsOn, dependsOnAny }) => {
    const disks = must(disksOf, id);
    if (disks.length === 0) {
      return [`Database ${id} depends on no disk; it needs those of its files (${ON_DISKS})`];
    }
    return disks
      .filter((disk) => dependsOnAny || !dependsOn.includes(resourceOfDisk[disk] ?? ''))
      .map(
        (disk) =>
          `Database ${id} has files on disk ${disk} and does not depend on it: it may be mounted before its disk, or where its disk is not (${ON_DISKS})`,
      );
  });
};

/** The group of the cluster itself: the one with the quorum disk, or the one called so. */
function clusterGroupOf({ groups, disks }: Scenario): GroupDefinition | undefined {
  const quorum = disks.find(({ holds }) => holds === 'quorum')?.id;
  return (
    groups.find(({ resources }) =>
      resources.some(({ disk }) => disk !== undefined && disk === quorum),
    ) ?? groups.find(({ name }) => name === 'Cluster Group')
  );
}

const clusterGroup: Advice = (scenario) => {
  const group = clusterGroupOf(scenario);
  const quorum = scenario.disks.find(({ holds }) => holds === 'quorum')?.id;
  const extra = group?.resources
    .filter(
      ({ type, disk }) =>
        type !== 'ip-address' && type !== 'network-name' && (disk ?? '') !== quorum,
    )
    .map(({ id }) => id);
  if (!group || !extra || extra.length === 0) return [];
  return [
    `${group.name} holds more than the cluster’s own disk, address and name (${listed(extra)}); what fails there can take the quorum along (KB Q168948)`,
  ];
};

const quorumModel: Advice = ({ quorum, profile, nodes }) => {
  const is2008 = profile === 'windows-server-2008';
  const isEven = nodes.length % 2 === 0;
  if (quorum === 'disk' && is2008) {
    return [
      'The quorum is one disk, which is supported on Windows Server 2008 but not recommended (bb676571)',
    ];
  }
  if (quorum === 'node-majority' && nodes.length === 2) {
    return [
      'A majority of two nodes is both of them, so the cluster survives no failure (KB 921181)',
    ];
  }
  if (quorum === 'node-and-file-share-majority' && is2008 && isEven) {
    return [
      'A file share as witness is recommended where each node has a copy; for a single copy cluster it is node-and-disk-majority (bb676571)',
    ];
  }
  const isWitnessed = quorum !== 'disk' && quorum !== 'node-majority';
  return isWitnessed && !isEven
    ? [
        `With ${nodes.length} nodes the witness makes an even number of votes: it adds no failure that the cluster survives, and without it one less (cc773510 gives the figures for even numbers of nodes)`,
      ]
    : [];
};

const possibleOwners: Advice = ({ groups, nodes }) =>
  groups.flatMap(({ id, owner, resources }) => {
    const others = nodes.filter(
      (node) => node.id !== owner && resources.every((one) => one.possibleOwners.includes(node.id)),
    );
    return others.length > 0
      ? []
      : [`No node but ${owner} may own all of ${id}, so it cannot fail over (KB Q197047)`];
  });

const ADVICE: readonly Advice[] = [
  independentNetworks,
  teamedHeartbeat,
  clientOnlyNetwork,
  subnets,
  commonSwitches,
  powerFeeds,
  storagePaths,
  oneRoot,
  databaseDisks,
  clusterGroup,
  quorumModel,
  possibleOwners,
];

/**
 * What is possible in this cluster but unsupported or unwise, a sentence for each with its source in
 * the words. Nothing is refused for it: the run shows what comes of it. A server that stands alone
 * is given no advice.
 */
export function adviceFor(scenario: Scenario): readonly string[] {
  if (scenario.nodes.length === 1) return [];
  return ADVICE.flatMap((advice) => advice(scenario));
}
