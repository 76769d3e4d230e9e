import { given } from '../kernel/fact.ts';
import { offsetWithin } from '../kernel/chance.ts';
import { cableId } from '../scenario/plan.ts';
import type { Plan } from '../scenario/plan.ts';
import type { ClusterNode, ClusterWorld, Listening } from '../world/cluster.ts';

function initialNode(plan: Plan, node: string): ClusterNode {
  const { scenario, internalNetworks } = plan;
  const peers = scenario.nodes.map(({ id }) => id).filter((id) => id !== node);
  const heard = (): Listening => ({ flowing: given(true), lastHeard: 0, level: given('heard') });
  return {
    service: given('running'),
    agreement: given('settled'),
    agreementSince: 0,
    peers: Object.fromEntries(peers.map((peer) => [peer, given('up')])),
    listening: Object.fromEntries(
      peers.flatMap((peer) => internalNetworks.map((network) => [cableId(peer, network), heard()])),
    ),
    heartbeatBases: Object.fromEntries(
      internalNetworks.map((network) => {
        const cable = cableId(node, network);
        const { heartbeatPeriod } = scenario.parameters;
        return [cable, offsetWithin(scenario.seed, 'heartbeat', cable, heartbeatPeriod)];
      }),
    ),
    restartBase: 0,
  };
}

/** The cluster at the start: formed, every group online on its owner, every process long in its rhythm. */
export function initialCluster(plan: Plan): ClusterWorld {
  const { nodes, groups, disks, seed, parameters } = plan.scenario;
  const ownerOf = (disk: string): string | null =>
    groups.find(({ resources }) => resources.some((resource) => resource.disk === disk))?.owner ??
    null;
  return {
    nodes: Object.fromEntries(nodes.map(({ id }) => [id, initialNode(plan, id)])),
    groups: Object.fromEntries(
      groups.map(({ id, owner }) => [
        id,
        { owner: given(owner), aim: given('online'), movingTo: given(null), failovers: [] },
      ]),
    ),
    resources: Object.fromEntries(
      Object.keys(plan.resources).map((id) => [
        id,
        {
          state: given('online'),
          stateSince: 0,
          attemptSince: 0,
          preparing: false,
          obstacles: null,
          pollBase: offsetWithin(seed, 'poll', id, parameters.looksAlivePollPeriod),
          failures: [],
        },
      ]),
    ),
    renewers: Object.fromEntries(disks.map(({ id }) => [id, given(ownerOf(id))])),
    renewalBases: Object.fromEntries(
      disks.map(({ id }) => [
        id,
        offsetWithin(seed, 'renewal', id, parameters.reservationRenewalPeriod),
      ]),
    ),
  };
}
