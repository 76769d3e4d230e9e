import { must } from '../kernel/lookup.ts';
import { canAccess } from '../hardware/reach.ts';
import type { Plan } from '../scenario/plan.ts';
import type { World } from '../world/moment.ts';

/** Something that must be true of every world; a broken one is a mistake in the model. */
export interface Invariant {
  readonly name: string;
  /** What is wrong, in words; null when nothing is. */
  readonly broken: (plan: Plan, world: World) => string | null;
}

/** A resource that is online has every provider online (or just failed, before it is taken down). */
const providersHold: Invariant = {
  name: 'a resource comes online only on providers that are online',
  broken(plan, world) {
    for (const { id, dependsOn } of Object.values(plan.resources)) {
      const resource = must(world.resources, id);
      if (resource.state.value !== 'online') continue;
      for (const provider of dependsOn) {
        const { state, stateSince } = must(world.resources, provider);
        if (state.value !== 'online' && stateSince < resource.stateSince) {
          return `${id} came online while ${provider} was ${state.value}`;
        }
      }
    }
    return null;
  },
};

const oneWriter: Invariant = {
  name: 'a disk is written by at most one node',
  broken(plan, world) {
    for (const { id, disk } of Object.values(plan.resources)) {
      if (disk === undefined || must(world.resources, id).state.value !== 'online') continue;
      const owner = must(world.groups, must(plan.groupOf, id).id).owner.value;
      const reservation = must(world.reservations, disk).value;
      const renewer = must(world.renewers, disk).value;
      if (renewer !== null && renewer !== owner)
        return `${disk} is online on ${owner} but renewed by ${renewer}`;
      const writes = canAccess(world, owner, disk).holds;
      if (writes && reservation !== null && reservation !== owner) {
        return `${owner} writes to ${disk}, which ${reservation} has reserved`;
      }
    }
    return null;
  },
};

const hostsRun: Invariant = {
  name: 'only a node with a running cluster service hosts resources',
  broken(plan, world) {
    for (const group of plan.scenario.groups) {
      const owner = must(world.groups, group.id).owner.value;
      if (must(world.nodes, owner).service.value === 'running') continue;
      const up = group.resources.find(
        ({ id }) => must(world.resources, id).state.value !== 'offline',
      );
      if (up)
        return `${up.id} is ${must(world.resources, up.id).state.value} on ${owner}, whose cluster service does not run`;
    }
    return null;
  },
};

const oneCluster: Invariant = {
  name: 'two nodes that count each other out do not both have the quorum',
  broken(_plan, world) {
    const settled = Object.entries(world.nodes).filter(
      ([, { service, agreement }]) => service.value === 'running' && agreement.value === 'settled',
    );
    for (const [node, { peers }] of settled) {
      const rival = settled.find(
        ([other, { peers: its }]) => peers[other]?.value === 'down' && its[node]?.value === 'down',
      );
      if (rival) return `${node} and ${rival[0]} each go on without the other`;
    }
    return null;
  },
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

/** What is true at every instant of every run. */
export const INVARIANTS: readonly Invariant[] = [
  providersHold,
  oneWriter,
  hostsRun,
  oneCluster,
  mailIsWhole,
];
