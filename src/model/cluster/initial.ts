import { given } from '../kernel/fact.ts';
import { must, record } from '../kernel/lookup.ts';
import { cableId } from '../scenario/parts.ts';
import { NOTHING_SET } from '../properties/index.ts';
import type { Plan } from '../scenario/plan.ts';
import { formationWith } from '../world/formation.ts';
import { NEVER_MISSED } from '../world/cluster.ts';
import type { ClusterGroup, ClusterNode, ClusterResource, ClusterWorld } from '../world/cluster.ts';

function initialNode(
  { nodes, internalNetworks, heartbeatOffsets }: Plan,
  node: string,
): ClusterNode {
  const peers = nodes.filter((id) => id !== node);
  const cablesOf = (id: string): string[] =>
    internalNetworks.map((network) => cableId(id, network));
  return {
    service: given('running'),
    agreement: given('settled'),
    agreementSince: 0,
    agreementDue: 0,
    leader: node,
    paused: given(false),
    leaving: given('no'),
    missing: [],
    peers: record(peers, () => given('up')),
    heartbeatBases: record(cablesOf(node), (cable) => must(heartbeatOffsets, cable)),
    acrossBases: record(cablesOf(node), (cable) => must(heartbeatOffsets, cable)),
    restartBase: 0,
    startsItself: given(true),
    formation: 0,
    forced: false,
    fixedBy: null,
    claims: [],
    cutOffAt: null,
  };
}

function initialResource(plan: Plan, id: string): ClusterResource {
  return {
    state: given('online'),
    stateSince: 0,
    attemptSince: 0,
    dueAt: 0,
    preparing: false,
    obstacles: null,
    pollBase: must(plan.pollOffsets, id),
    failures: [],
    health: given('well'),
    aim: given('online'),
  };
}

function initialGroup(owner: string): ClusterGroup {
  return { owner: given(owner), aim: given('online'), movingTo: given(null), failovers: [] };
}

/** The cluster at the start: formed, every group online on its owner, every process long in its rhythm. */
export function initialCluster(plan: Plan): ClusterWorld {
  const { groups, disks } = plan.scenario;
  const diskIds = disks.map(({ id }) => id);
  const ownerOf = (disk: string): string | null => {
    const resource = plan.resourceOfDisk[disk];
    return resource === undefined ? null : must(plan.groupOf, resource).owner;
  };
  const cables = plan.nodes.flatMap((node) =>
    plan.internalNetworks.map((network) => cableId(node, network)),
  );
  return {
    nodes: record(plan.nodes, (id) => initialNode(plan, id)),
    hearing: plan.ears.map(() => NEVER_MISSED),
    ...formationWith(
      Object.fromEntries(groups.map(({ id, owner }) => [id, initialGroup(owner)])),
      record(Object.keys(plan.resources), (id) => initialResource(plan, id)),
    ),
    rivals: [],
    interfaces: record(cables, () => given('up')),
    networkStates: record(plan.internalNetworks, () => given('up')),
    renewers: record(diskIds, (id) => given(ownerOf(id))),
    renewalBases: record(diskIds, (id) => must(plan.renewalOffsets, id)),
    registrations: record(plan.nodes, () => given(false)),
    witnessHolder: given(plan.scenario.witness ? (plan.nodes[0] ?? null) : null),
    properties: NOTHING_SET,
  };
}
