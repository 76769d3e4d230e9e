import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { both, is } from '../kernel/rule.ts';
import { canTalk } from '../hardware/reach.ts';
import type { ClusterNode } from '../world/cluster.ts';
import type { Moment } from '../world/moment.ts';
import type { ARBITRATION_ENDS, JOIN_ENDS, REGROUP_ENDS, RESERVE_DUE } from '../world/task.ts';

export function nodeOf({ world }: Moment, node: string): ClusterNode {
  return must(world.nodes, node);
}

/** Whether a node's cluster service can do anything now: it runs, and its operating system does not stand still. */
export function acts({ world }: Moment, node: string): boolean {
  return (
    must(world.nodes, node).service.value === 'running' &&
    must(world.systems, node).value !== 'hung'
  );
}

/** The same as a finding, for a decision that depends on it. */
export function active({ world }: Moment, node: string): Finding {
  return both(
    is(must(world.nodes, node).service, 'running'),
    is(must(world.systems, node), 'up', 'shutting-down'),
  );
}

/** Whether one node can tell another something now: the other acts and a network between them is whole. */
export function canTell(moment: Moment, from: string, to: string): Finding {
  const { world, plan } = moment;
  const there = active(moment, to);
  if (!there.holds) return there;
  return both(there, canTalk(plan, world, from, to));
}

/** The members of one part of the cluster that act, in the order of the file. */
export function actingIn(moment: Moment, formation: number): readonly string[] {
  return moment.plan.nodes.filter((node) => isActingIn(moment, node, formation));
}

/** Whether a node is a member of one part of the cluster and acts. */
export function isActingIn(moment: Moment, node: string, formation: number): boolean {
  return nodeOf(moment, node).formation === formation && acts(moment, node);
}

/** The other nodes, in the order of the file. */
export function othersOf({ plan }: Moment, node: string): readonly string[] {
  return plan.nodes.filter((other) => other !== node);
}

/** A node and those that it counts as members, in the order of the file, whatever has become of them. */
export function believedWith(moment: Moment, node: string): readonly string[] {
  const { peers } = nodeOf(moment, node);
  return moment.plan.nodes.filter((other) => other === node || peers[other]?.value === 'up');
}

/** What a node's belief in its members rests on. */
export function beliefsOf(moment: Moment, node: string): number[] {
  return Object.values(nodeOf(moment, node).peers).map(({ since }) => since);
}

/** Who takes part in what a leader carries out, as far as it has not counted them out, in the order of the file. */
export function partOf(moment: Moment, leader: string): readonly string[] {
  return believedWith(moment, leader).filter((node) => {
    const { leader: own, agreement } = nodeOf(moment, node);
    return own === leader && agreement.value !== 'settled';
  });
}

/** Sets where all members of a part stand. */
export function agree(
  moment: Moment,
  members: readonly string[],
  leader: string,
  value: ClusterNode['agreement']['value'],
  since: number,
): void {
  for (const member of members) {
    const self = nodeOf(moment, member);
    self.agreement = { value, since };
    self.leader = value === 'settled' ? member : leader;
  }
}

/** What ends a step that a leader carries out. */
type AgreementTask =
  typeof REGROUP_ENDS | typeof RESERVE_DUE | typeof ARBITRATION_ENDS | typeof JOIN_ENDS;

/** Plans the end of the step that a leader carries out. */
export function untilThen(moment: Moment, leader: string, task: AgreementTask, at: number): void {
  nodeOf(moment, leader).agreementDue = at;
  moment.later(at, task, leader);
}
