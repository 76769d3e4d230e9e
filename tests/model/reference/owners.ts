import { draw } from '../../../src/model/kernel/chance.ts';
import { acts, get } from './machine.ts';
import type { Group, Machine, Node } from './machine.ts';
import { isPossibleOwner, preferredOwners } from './settings.ts';

/** Preferred owners first, then everybody else in the order of the scenario. */
function ownersInOrder(machine: Machine, group: Group): readonly string[] {
  const { quorum, nodes } = machine.plan;
  const preferred = quorum?.group?.id === group.id ? [] : preferredOwners(machine, group.id);
  return [...preferred, ...nodes.filter((node) => !preferred.includes(node))];
}

/** Groups of one class keep away from each other where they can. */
function isKeptAway(machine: Machine, group: Group, node: string): boolean {
  const { antiAffinity } = get(machine.plan.groups, group.id);
  if (antiAffinity === null) return false;
  return Object.values(machine.groups).some(
    (other) =>
      other !== group &&
      other.owner === node &&
      get(machine.plan.groups, other.id).antiAffinity === antiAffinity,
  );
}

/** Whether a node can be given a group, as the observer sees it. */
export function isEligible(machine: Machine, group: Group, observer: Node, id: string): boolean {
  const node = get(machine.nodes, id);
  const isMember = node === observer ? acts(node) : observer.peers[id] === true;
  return (
    isMember &&
    !node.paused &&
    node.leaving === 'no' &&
    id !== group.owner &&
    isPossibleOwner(machine, group.id, id)
  );
}

type Occasion = 'resource failed' | 'node is gone' | 'best possible';

/** Who gets a group next, as the observer decides it (KB 299631); null: nobody can. */
export function nextOwner(
  machine: Machine,
  group: Group,
  observer: Node,
  occasion: Occasion,
): string | null {
  const order = ownersInOrder(machine, group);
  const place = order.indexOf(group.owner) + 1;
  const after = [...order.slice(place), ...order.slice(0, place)];
  const list = occasion === 'best possible' ? order : after;
  const all = list.filter((id) => isEligible(machine, group, observer, id));
  const apart = all.filter((id) => !isKeptAway(machine, group, id));
  const eligible = apart.length > 0 ? apart : all;
  const hasList = preferredOwners(machine, group.id).length > 0;
  if (eligible.length < 2 || occasion === 'resource failed' || hasList) return eligible[0] ?? null;
  const { seed } = machine.plan.scenario;
  const chance = draw(seed, `owner ${group.id}`, machine.now);
  return eligible[chance % eligible.length] ?? null;
}
