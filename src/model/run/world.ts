import { initialCluster } from '../cluster/index.ts';
import { initialExchange } from '../exchange/index.ts';
import { initialHardware } from '../hardware/index.ts';
import type { Plan } from '../scenario/plan.ts';
import type {
  ClusterGroup,
  ClusterNode,
  ClusterResource,
  Formation,
  Listening,
} from '../world/cluster.ts';
import type { DatabaseFiles } from '../world/exchange.ts';
import { NEVER_MISSED } from '../world/cluster.ts';
import { formationWith } from '../world/formation.ts';
import type { World } from '../world/moment.ts';

/** The world when a scenario begins: steady, with everything working. */
export function initialWorld(plan: Plan): World {
  return { ...initialHardware(plan), ...initialCluster(plan), ...initialExchange(plan) };
}

/** The values of a record, each copied. */
function each<Value>(
  values: Readonly<Record<string, Value>>,
  copy: (value: Value) => Value,
): Record<string, Value> {
  const copies: Record<string, Value> = { ...values };
  for (const key in copies) copies[key] = copy(copies[key] as Value);
  return copies;
}

// A copier for each kind: one for all of them would meet too many shapes to be quick.
const copyGroup = (group: ClusterGroup): ClusterGroup => ({ ...group });
const copyResource = (resource: ClusterResource): ClusterResource => ({ ...resource });
const copyListening = (listening: Readonly<Listening>): Readonly<Listening> =>
  listening === NEVER_MISSED ? NEVER_MISSED : { ...listening };
const copyDatabase = (files: DatabaseFiles): DatabaseFiles => ({ ...files });

function copyNode(node: ClusterNode): ClusterNode {
  return {
    ...node,
    peers: { ...node.peers },
    heartbeatBases: { ...node.heartbeatBases },
    acrossBases: { ...node.acrossBases },
  };
}

function copyFormation({ groups, resources }: Formation): Formation {
  return formationWith(each(groups, copyGroup), each(resources, copyResource));
}

/**
 * A copy of a world that later changes of the original do not reach. Facts, what is set of properties,
 * and lists other than that of what ears hear are never changed, only replaced: copies share them.
 */
export function copyOf(world: World): World {
  return {
    ...world,
    ...copyFormation(world),
    feeds: { ...world.feeds },
    power: { ...world.power },
    waitingForPower: { ...world.waitingForPower },
    systems: { ...world.systems },
    hungAt: { ...world.hungAt },
    networks: { ...world.networks },
    switches: { ...world.switches },
    cables: { ...world.cables },
    paths: { ...world.paths },
    controllers: { ...world.controllers },
    disks: { ...world.disks },
    reservations: { ...world.reservations },
    nodes: each(world.nodes, copyNode),
    hearing: world.hearing.map(copyListening),
    rivals: world.rivals.map(copyFormation),
    interfaces: { ...world.interfaces },
    networkStates: { ...world.networkStates },
    renewers: { ...world.renewers },
    renewalBases: { ...world.renewalBases },
    registrations: { ...world.registrations },
    databases: each(world.databases, copyDatabase),
  };
}
