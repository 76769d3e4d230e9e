import { quorumOf } from '../../scenario/plan.ts';
import type { Moment } from '../../world/moment.ts';

/** How the votes of a part stand: each node has one, and so has the witness. */
export function verdictOn(moment: Moment, nodes: number): 'enough' | 'witness-needed' | 'too-few' {
  const { needed, votes } = quorumOf(moment.plan);
  if (nodes >= needed) return 'enough';
  const witness = votes - moment.plan.nodes.length;
  return nodes + witness >= needed ? 'witness-needed' : 'too-few';
}

/** Whether a living part of the cluster can go on only with the witness. */
export function needsWitness(moment: Moment, nodes: number): boolean {
  return verdictOn(moment, nodes) === 'witness-needed';
}
