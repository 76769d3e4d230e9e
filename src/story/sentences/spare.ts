import { cableId, must } from '#model';
import type { Occurrence, OccurrenceOf, Plan } from '#model';
import { sayList } from '../format.ts';
import { lastBefore } from './past.ts';
import type { Past } from './past.ts';

const BROKEN = /^(?:network|switch|cable|path|controller|feed)-(?:cut|failed)$/;
const WHOLE = /^(?:network|switch|cable|path|controller|feed)-(?:mended|repaired)$/;

/** What was broken right after an occurrence, by id: networks, cables, switches, storage paths, controllers, feeds. */
function brokenAt(past: Past, { id, subject }: Occurrence): ReadonlySet<string> {
  const broken = new Set<string>();
  for (const one of past.slice(0, id)) {
    if (BROKEN.test(one.kind)) broken.add(one.subject);
    else if (WHOLE.test(one.kind)) broken.delete(one.subject);
  }
  return broken.add(subject);
}

/** Whether a node has a storage path left right after something was broken. */
export function hasPath(plan: Plan, past: Past, broke: Occurrence, node: string): boolean {
  const broken = brokenAt(past, broke);
  return must(plan.paths, node).some(
    ({ id, controller }) => !broken.has(id) && !broken.has(controller ?? ''),
  );
}

/** A node's connection to a network. */
interface Port {
  readonly node: string;
  readonly network: string;
}

/** Whether an interface has a cable left right after an occurrence that leads to a switch and a network that work. */
export function hasCable(plan: Plan, past: Past, after: Occurrence, port: Port): boolean {
  const { node, network } = port;
  const broken = brokenAt(past, after);
  if (broken.has(network)) return false;
  const isDark = (box: string): boolean => {
    const feeds = must(plan.feedsOf, box);
    return feeds.length > 0 && feeds.every((feed) => broken.has(feed));
  };
  return must(plan.links, cableId(node, network)).some(
    ({ cable, switch: box }) =>
      !broken.has(cable) && (box === null || (!broken.has(box) && !isDark(box))),
  );
}

const POWER = ['node-powered-off', 'node-powered-on', 'node-shut-down'] as const;

/** Whether a node was off, as the run told it, when something occurred. */
function isOff(past: Past, { id }: Occurrence, node: string): boolean {
  const last = lastBefore(past, id, node, POWER);
  return last !== undefined && last.kind !== 'node-powered-on';
}

/** What the only cable of a node takes from it, and who has the network still. */
export function cableReason(broke: OccurrenceOf<'cable-cut'>, plan: Plan, past: Past): string {
  const { node, network } = broke.values;
  const others = plan.nodes.filter(
    (other) =>
      other !== node &&
      !isOff(past, broke, other) &&
      hasCable(plan, past, broke, { node: other, network }),
  );
  return others.length > 0
    ? `Only its own connection is gone: ${sayList(others)} still ${others.length > 1 ? 'have' : 'has'} the network.`
    : 'Its own connection is gone, and no other node that is on has the network either.';
}

/** Whether a node has no network left that clients use. */
export function isOutOfReach(plan: Plan, past: Past, at: Occurrence, node: string): boolean {
  return plan.scenario.networks
    .filter(({ role }) => role === 'client' || role === 'mixed')
    .every(({ id }) => !hasCable(plan, past, at, { node, network: id }));
}

/** What a switch that is cut off takes from the nodes. */
export function switchReason(broke: OccurrenceOf<'switch-cut'>, plan: Plan, past: Past): string {
  const box = broke.values.switch;
  const lost = plan.nodes.filter((node) =>
    plan.scenario.networks.some(({ id }) => {
      const port = cableId(node, id);
      const isOnIt = must(plan.links, port).some((link) => link.switch === box);
      return isOnIt && !hasCable(plan, past, broke, { node, network: id });
    }),
  );
  if (lost.length === 0) return 'Another switch carries on.';
  return `${sayList(lost)} ${lost.length > 1 ? 'have' : 'has'} no other way to that network.`;
}

/** What a controller that is broken takes from the nodes. */
export function controllerReason(
  broke: OccurrenceOf<'controller-failed'>,
  plan: Plan,
  past: Past,
): string {
  const lost = plan.nodes.filter((node) => !hasPath(plan, past, broke, node));
  if (lost.length === 0) return 'Every node has a path to another controller and uses that.';
  return `${sayList(lost)} ${lost.length > 1 ? 'have' : 'has'} no other path.`;
}
