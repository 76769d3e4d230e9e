import { must } from '../kernel/lookup.ts';
import { findService } from '../exchange/answer.ts';
import { canAccess, hasNetwork, reachesDisk } from '../hardware/reach.ts';
import type { Plan } from '../scenario/plan.ts';
import type { Formation } from '../world/cluster.ts';
import { formationOf } from '../world/formation.ts';
import type { World } from '../world/moment.ts';

/** Something that must be true of every world; a broken one is a mistake in the model. */
export interface Invariant {
  readonly name: string;
  /** What is wrong, in words; null when nothing is. */
  readonly broken: (plan: Plan, world: World) => string | null;
}

/** Asks a question of every part of the cluster; the first that finds something wrong answers. */
function inEach(world: World, ask: (view: Formation) => string | null): string | null {
  for (let index = 0; index <= world.rivals.length; index += 1) {
    const found = ask(formationOf(world, index));
    if (found !== null) return found;
  }
  return null;
}

/** A resource that is online has its providers online (or just failed, before it is taken down). */
const providersHold: Invariant = {
  name: 'a resource comes online only on providers that are online',
  broken: (plan, world) =>
    inEach(world, ({ resources }) => {
      for (const { id, dependsOn, dependsOnAny } of Object.values(plan.resources)) {
        const resource = must(resources, id);
        if (resource.state.value !== 'online') continue;
        const missing = dependsOn.filter((provider) => {
          const { state, stateSince } = must(resources, provider);
          return state.value !== 'online' && stateSince < resource.stateSince;
        });
        if (missing.length > (dependsOnAny ? dependsOn.length - 1 : 0))
          return `${id} came online without ${missing.join(', ')}`;
      }
      return null;
    }),
};

/** The nodes that use a disk and whose writes it would accept now. */
function writersOf(plan: Plan, world: World, resource: string, disk: string): readonly string[] {
  const group = must(plan.groupOf, resource).id;
  return plan.nodes.filter((node) => {
    const self = must(world.nodes, node);
    const view = formationOf(world, self.formation);
    const hasIt =
      must(view.groups, group).owner.value === node &&
      must(view.resources, resource).state.value === 'online';
    if (!hasIt && !self.claims.includes(group)) return false;
    const holder = must(world.reservations, disk).value;
    const isAwake = must(world.systems, node).value !== 'hung';
    const isAccepted = holder === node || (holder === null && plan.quorum !== null);
    return isAwake && isAccepted && canAccess(plan, world, node, disk).holds;
  });
}

const oneWriter: Invariant = {
  name: 'a disk accepts writes from at most one node at a time',
  broken(plan, world) {
    for (const [disk, resource] of Object.entries(plan.resourceOfDisk)) {
      const writers = writersOf(plan, world, resource, disk);
      if (writers.length > 1) return `${disk} is written by ${writers.join(' and ')}`;
    }
    return null;
  },
};

/** A client is answered only from disks that the answering node keeps (or renews after a reset). */
const writesAreReserved: Invariant = {
  name: 'an acknowledged write comes from a node that holds the reservation',
  broken(plan, world) {
    if (world.service.value !== 'online' || !plan.quorum) return null;
    for (const { id, type } of plan.subject.resources) {
      if (type !== 'mailbox-database') continue;
      const { mountedBy } = must(world.databases, id);
      for (const disk of must(plan.disksOf, id)) {
        const holder = must(world.reservations, disk).value;
        const isKept = holder === null && must(world.renewers, disk).value === mountedBy;
        if (holder !== mountedBy && !isKept)
          return `${mountedBy} answers for ${id}, and ${disk} is reserved by ${holder ?? 'nobody'}`;
      }
    }
    return null;
  },
};

const hostsRun: Invariant = {
  name: 'only a node with a running cluster service hosts resources',
  broken: (plan, world) =>
    inEach(world, ({ groups, resources }) => {
      for (const group of plan.scenario.groups) {
        const owner = must(groups, group.id).owner.value;
        const { service } = must(world.nodes, owner);
        if (service.value === 'running' || service.value === 'hung') continue;
        const up = group.resources.find(({ id }) => must(resources, id).state.value !== 'offline');
        if (up)
          return `${up.id} is ${must(resources, up.id).state.value} on ${owner}, whose cluster service does not run`;
      }
      return null;
    }),
};

/** A node that stood still while another locked the witness: it finds out at its next look. */
function isUnaware(world: World, node: string): boolean {
  const { value: holder } = world.witnessHolder;
  const isRivals = holder !== null && must(world.nodes, node).peers[holder]?.value === 'down';
  return isRivals && must(world.hungAt, node) > 0;
}

/** Two parts that were not forced apart, and each of which may go on without the other. */
const oneCluster: Invariant = {
  name: 'two nodes that count each other out do not both have the quorum',
  broken(plan, world) {
    const settled = plan.nodes.filter((node) => {
      const { service, agreement } = must(world.nodes, node);
      const isAwake = must(world.systems, node).value !== 'hung';
      const goesOn = service.value === 'running' && agreement.value === 'settled';
      return isAwake && goesOn && !isUnaware(world, node);
    });
    for (const node of settled) {
      const { peers, formation, claims } = must(world.nodes, node);
      const rival = settled.find((other) => {
        const its = must(world.nodes, other);
        const apart = peers[other]?.value === 'down' && its.peers[node]?.value === 'down';
        return apart && its.formation === formation && claims.length + its.claims.length === 0;
      });
      if (rival !== undefined) return `${node} and ${rival} each go on without the other`;
    }
    return null;
  },
};

/** Whether an owner of 2003 leaves the quorum disk to others, because that was chosen and no client reaches it. */
function mayGiveWay(plan: Plan, world: World, node: string): boolean {
  const { parameters, profile, networks } = plan.scenario;
  const forClients = networks.filter(({ role }) => role !== 'internal');
  return (
    profile === 'windows-server-2003' &&
    parameters.disconnectedOwnerGivesWay === 1 &&
    forClients.length > 0 &&
    forClients.every(({ id }) => !hasNetwork(plan, world, node, id).holds)
  );
}

/** What a living owner that reaches its disk renews, nobody else can reserve (KB 309186). */
const ownersKeepDisks: Invariant = {
  name: 'a living owner that reaches the quorum disk keeps it',
  broken(plan, world) {
    const disk = plan.quorum?.disk ?? null;
    if (disk === null) return null;
    const { value: holder, since } = must(world.reservations, disk);
    for (const node of plan.nodes) {
      const { agreement, leader } = must(world.nodes, node);
      const defends = agreement.value === 'defending' && leader === node;
      if (!defends || holder === null || holder === node || mayGiveWay(plan, world, node)) continue;
      const reach = reachesDisk(plan, world, node, disk);
      const reached = reach.holds && reach.since.every((changed) => changed < since);
      // Where somebody stood still, or who could not reach the disk just then, may have lost it.
      if (reached && plan.nodes.every((one) => must(world.hungAt, one) === 0))
        return `${holder} has reserved ${disk}, which ${node} defends`;
    }
    return null;
  },
};

/** Two owners may be believed in only where somebody stood still, or was forced to go on. */
const beliefsAreListed: Invariant = {
  name: 'two nodes believe to own a group only after a hang or by force',
  broken(plan, world) {
    const isListed = plan.nodes.some((node) => {
      const { service, forced } = must(world.nodes, node);
      const hasHung = must(world.hungAt, node) > 0 || service.value === 'hung';
      return hasHung || forced;
    });
    if (isListed) return null;
    const believer = plan.nodes.find((node) => must(world.nodes, node).claims.length > 0);
    return believer === undefined
      ? null
      : `${believer} believes to own ${must(world.nodes, believer).claims.join(', ')}`;
  },
};

const ownersArePossible: Invariant = {
  name: 'a group is given only to nodes on which all its resources may run',
  broken: (plan, world) =>
    inEach(world, ({ groups }) => {
      for (const { id, resources } of plan.scenario.groups) {
        // Whoever wins the quorum has the group of its disk.
        if (id === plan.quorum?.group?.id) continue;
        const { owner } = must(groups, id);
        const barred = resources.find((resource) => {
          const set = world.properties[`${resource.id}.PossibleOwners`];
          if (set && set.since > owner.since) return false;
          const possible = set ? String(set.value).split(',') : resource.possibleOwners;
          return !possible.includes(owner.value);
        });
        if (barred) return `${id} was given to ${owner.value}, where ${barred.id} may not run`;
      }
      return null;
    }),
};

const mailIsWhole: Invariant = {
  name: 'every message is delivered, waits, or is accounted for',
  broken(_plan, { mail }) {
    let from: number | null = Math.min(0, mail[0]?.from ?? 0);
    for (const cohort of mail) {
      if (cohort.from !== from)
        return `messages from ${String(from)} to ${cohort.from} are missing`;
      from = cohort.to;
    }
    return from === null ? null : `messages from ${from} on are missing`;
  },
};

/** Whoever asks now finds what is said of the service: nobody has missed that it is different. */
const serviceIsTold: Invariant = {
  name: 'the service is what a client finds that asks now',
  broken(plan, world) {
    const { value } = findService({ plan, world, parameters: plan.scenario.parameters });
    const told = world.service.value;
    return value === told ? null : `a client finds it ${value}, and it is said to be ${told}`;
  },
};

/** What is true at every instant of every run. */
export const INVARIANTS: readonly Invariant[] = [
  providersHold,
  oneWriter,
  writesAreReserved,
  hostsRun,
  oneCluster,
  ownersKeepDisks,
  beliefsAreListed,
  ownersArePossible,
  mailIsWhole,
  serviceIsTold,
];
