import { cableId, must } from '#model';
import type { Occurrence, OccurrenceOf, Plan } from '#model';
import { sayList } from '../format.ts';
import type { Past } from './past.ts';

const BROKEN = /^(?:switch|cable|path|controller|feed)-(?:cut|failed)$/;
const WHOLE = /^(?:switch|cable|path|controller|feed)-(?:mended|repaired)$/;

/** What was broken right after an occurrence, by id: cables, switches, storage paths, controllers, feeds. */
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

/** Whether an interface has a cable left right after something was broken that leads to a switch that works. */
export function hasCable(plan: Plan, past: Past, broke: Occurrence, port: string): boolean {
  const broken = brokenAt(past, broke);
  const isDark = (box: string): boolean => {
    const feeds = must(plan.feedsOf, box);
    return feeds.length > 0 && feeds.every((feed) => broken.has(feed));
  };
  return must(plan.links, port).some(
    ({ cable, switch: box }) =>
      !broken.has(cable) && (box === null || (!broken.has(box) && !isDark(box))),
  );
}

/** What a switch that is cut off takes from the nodes. */
export function switchReason(broke: OccurrenceOf<'switch-cut'>, plan: Plan, past: Past): string {
  const box = broke.values.switch;
  const lost = plan.nodes.filter((node) =>
    plan.scenario.networks.some(({ id }) => {
      const port = cableId(node, id);
      const isOnIt = must(plan.links, port).some((link) => link.switch === box);
      return isOnIt && !hasCable(plan, past, broke, port);
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
