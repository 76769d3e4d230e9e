import { given } from '../kernel/fact.ts';
import { offsetWithin } from '../kernel/chance.ts';
import { record } from '../kernel/lookup.ts';
import { cableId } from '../scenario/plan.ts';
import type { Plan } from '../scenario/plan.ts';
import type { ClusterNode, ClusterWorld, Listening } from '../world/cluster.ts';

function initialNode(plan: Plan, node: string): ClusterNode {
  const { scenario, internalNetworks, ears } = plan;
  const peers = scenario.nodes.map(({ id }) => id).filter((id) => id !== node);
  const own = ears.filter((ear) => ear.node === node);
  const cables = internalNetworks.map((network) => cableId(node, network));
  const { heartbeatPeriod } = scenario.parameters;
  return {
    service: given('running'),
    agreement: given('settled'),
    agreementSince: 0,
    peers: record(peers, () => given('up')),
    listening: record(
      own.map(({ sender }) => sender),
      (): Listening => ({ flowing: given(true), lastHeard: 0, level: given('heard') }),
    ),
    heartbeatBases: record(cables, (cable) =>
      offsetWithin(scenario.seed, 'heartbeat', cable, heartbeatPeriod),
    ),
    restartBase: 0,
  };
}

/** The cluster at the start: formed, every group online on its owner, every process long in its rhythm. */
export function initialCluster(plan: Plan): ClusterWorld {
  const { nodes, groups, disks, seed, parameters } = plan.scenario;
  const diskIds = disks.map(({ id }) => id);
  const ownerOf = (disk: string): string | null =>
    groups.find(({ resources }) => resources.some((resource) => resource.disk === disk))?.owner ??
    null;
  return {
    nodes: record(
      nodes.map(({ id }) => id),
      (id) => initialNode(plan, id),
    ),
    groups: Object.fromEntries(
      groups.map(({ id, owner }) => [
        id,
        { owner: given(owner), aim: given('online'), movingTo: given(null), failovers: [] },
      ]),
    ),
    resources: record(Object.keys(plan.resources), (id) => ({
      state: given('online'),
      stateSince: 0,
      attemptSince: 0,
      preparing: false,
      obstacles: null,
      pollBase: offsetWithin(seed, 'poll', id, parameters.looksAlivePollPeriod),
      failures: [],
    })),
    renewers: record(diskIds, (id) => given(ownerOf(id))),
    renewalBases: record(diskIds, (id) =>
      offsetWithin(seed, 'renewal', id, parameters.reservationRenewalPeriod),
    ),
  };
}
