import { cableId, must } from '#model';
import type { OccurrenceValues, Plan } from '#model';
import { sayDuration } from '../format.ts';
import { diskName, nameOf, networkName } from '../names.ts';
import { nextService, shutDownReason } from './service.ts';
import { cableReason, controllerReason, hasCable, hasPath, switchReason } from './spare.ts';
import type { Tellings } from './types.ts';

type HardwareKind =
  | 'node-powered-off'
  | 'node-powered-on'
  | 'node-booted'
  | 'node-shutting-down'
  | 'node-shut-down'
  | 'node-hung'
  | 'node-crashed'
  | 'node-woke'
  | 'feed-failed'
  | 'feed-repaired'
  | 'network-cut'
  | 'network-mended'
  | 'switch-cut'
  | 'switch-mended'
  | 'cable-cut'
  | 'cable-mended'
  | 'path-cut'
  | 'path-mended'
  | 'controller-failed'
  | 'controller-repaired'
  | 'array-failed'
  | 'array-repaired'
  | 'disk-failed'
  | 'disk-repaired'
  | 'witness-failed'
  | 'witness-repaired';

const ARRIVES = 'What is sent on it can arrive again.';

/** Whether a node has another cable to the same network. */
function isTeamed(plan: Plan, { node, network }: OccurrenceValues['cable-cut']): boolean {
  return must(plan.links, cableId(node, network)).length > 1;
}

function cableOf(plan: Plan, values: OccurrenceValues['cable-cut']): string {
  return isTeamed(plan, values)
    ? `one of ${values.node}'s cables from ${networkName(plan, values.network)}`
    : `${values.node}'s cable from ${networkName(plan, values.network)}`;
}

function hasSeveralPaths(plan: Plan, node: string): boolean {
  return must(plan.paths, node).length > 1;
}

function pathOf(plan: Plan, node: string): string {
  return hasSeveralPaths(plan, node)
    ? `one of ${node}'s paths to the storage`
    : `${node}'s path to the storage`;
}

/** What happens to the machine room: nearly all of it is done by the reader. */
export const hardwareTellings: Tellings<HardwareKind> = {
  'node-powered-off': {
    weight: 'decision',
    tell: ({ values, rule }, plan) => ({
      text: rule === null ? `You cut ${values.node}'s power` : `${values.node} loses its power`,
      why:
        (rule === null ? '' : 'Nothing feeds it any more. ') +
        (plan.quorum
          ? 'A node that loses power says nothing: others can only miss its heartbeats.'
          : 'Everything on it stopped at once, with no time to close.'),
    }),
  },
  'node-powered-on': {
    weight: 'decision',
    tell: ({ values, rule }) => ({
      text:
        rule === null ? `You gave ${values.node} its power back` : `${values.node} starts again`,
      why:
        (rule === 'power-returns' ? 'A feed works again, and it is set to start then. ' : '') +
        'It has to start its operating system before it can do anything.',
    }),
  },
  'node-booted': {
    weight: 'step',
    tell: ({ id, values }, plan, past) => ({
      text: `${values.node} has started`,
      why: `Its operating system took ${sayDuration(values.tookMs)} (an assumption); ${nextService(plan, past, id, values.node)}.`,
    }),
  },
  'node-shutting-down': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: values.restart ? `You restart ${values.node}` : `You shut ${values.node} down`,
      why: shutDownReason(values, plan),
    }),
  },
  'node-shut-down': {
    weight: 'step',
    tell: ({ values }) => ({
      text: `${values.node} is shut down`,
      why: 'Its operating system has ended in order.',
    }),
  },
  'node-hung': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You make ${values.node} stand still`,
      why: plan.quorum
        ? `It is frozen down to its kernel: no heartbeat, no renewal, no answer. An ordinary hang leaves the kernel its heartbeats, and the others do not notice (KB 815267): \`hang-service ${values.node}\` is that.`
        : 'It is on and does nothing: nobody gets an answer.',
    }),
  },
  'node-crashed': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `${values.node} stops with a stop error`,
      why: 'Its cluster service stood still for too long, and the watchdog stopped the whole node (0x9E; documented for Windows Server 2008 R2). Windows starts again by itself (an assumption).',
    }),
  },
  'node-woke': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You wake ${values.node}`,
      why: `It stood still for ${sayDuration(values.hungMs)} and goes on where it was. ${plan.quorum ? 'What the others did meanwhile it does not know.' : 'For it no time has passed.'}`,
    }),
  },
  'feed-failed': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You cut off ${nameOf(plan, values.feed)}`,
      why: 'Whatever has no other feed is without power.',
    }),
  },
  'feed-repaired': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You bring ${nameOf(plan, values.feed)} back`,
      why: 'What it feeds has power again.',
    }),
  },
  'network-cut': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You cut ${networkName(plan, values.network)}`,
      why: plan.quorum
        ? 'Every node loses it at once: its interface has no link, and the others fall silent there.'
        : 'The server runs on, and nobody reaches it.',
    }),
  },
  'network-mended': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You mended ${networkName(plan, values.network)}`,
      why: ARRIVES,
    }),
  },
  'switch-cut': {
    weight: 'decision',
    tell: (occurrence, plan, past) => ({
      text: `You cut off ${nameOf(plan, occurrence.values.switch)}`,
      why: `Every cable that leads to it leads nowhere. ${switchReason(occurrence, plan, past)}`,
    }),
  },
  'switch-mended': {
    weight: 'decision',
    tell: (occurrence, plan) => ({
      text: `You mended ${nameOf(plan, occurrence.values.switch)}`,
      why: 'The cables that lead to it lead somewhere again.',
    }),
  },
  'cable-cut': {
    weight: 'decision',
    tell: (broke, plan, past) => ({
      text: `You pulled ${cableOf(plan, broke.values)}`,
      why: isTeamed(plan, broke.values)
        ? hasCable(plan, past, broke, broke.values)
          ? 'Its two adapters act as one: the other cable carries on.'
          : 'It was the last that led anywhere: this node has lost the network.'
        : plan.quorum
          ? cableReason(broke, plan, past)
          : 'The server runs on, and nobody reaches it.',
    }),
  },
  'cable-mended': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You plugged ${values.node} into ${networkName(plan, values.network)} again`,
      why: ARRIVES,
    }),
  },
  'path-cut': {
    weight: 'decision',
    tell: (broke, plan, past) => ({
      text: `You cut ${pathOf(plan, broke.values.node)}`,
      why: hasPath(plan, past, broke, broke.values.node)
        ? 'Its reads and writes take the other path.'
        : hasSeveralPaths(plan, broke.values.node)
          ? 'It was the last that led anywhere: none of its reads and writes arrive.'
          : 'It runs on, but none of its reads and writes arrive.',
    }),
  },
  'path-mended': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You mended ${pathOf(plan, values.node)}`,
      why: hasSeveralPaths(plan, values.node)
        ? 'Its reads and writes can take it again.'
        : 'It can reach the disks again. What it owns is another matter.',
    }),
  },
  'controller-failed': {
    weight: 'decision',
    tell: (broke, plan, past) => ({
      text: `You broke ${nameOf(plan, broke.values.controller)}`,
      why: `Paths that lead to it lead nowhere. ${controllerReason(broke, plan, past)}`,
    }),
  },
  'controller-repaired': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You repaired ${nameOf(plan, values.controller)}`,
      why: 'Paths that lead to it lead to the disks again.',
    }),
  },
  'array-failed': {
    weight: 'decision',
    tell: (_occurrence, plan) => ({
      text: 'The whole storage stops',
      why: plan.quorum
        ? 'No disk answers, for any node, and there is no second copy. The model assumes that its disks survive; an array lost for good means a restore: about a day, and half a day of mail (aa997195).'
        : 'No disk answers, and there is no second copy. The model assumes that its disks survive.',
    }),
  },
  'array-repaired': {
    weight: 'decision',
    tell: () => ({
      text: 'The storage works again',
      why: 'The model assumes that its disks hold what they held when they stopped.',
    }),
  },
  'disk-failed': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You broke ${diskName(plan, values.disk)}`,
      why: 'Nothing can read or write it.',
    }),
  },
  'disk-repaired': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You replaced ${diskName(plan, values.disk)}`,
      why: plan.quorum
        ? 'The new disk works and is empty. The model assumes that it was given the signature of the old one.'
        : 'The new disk works and is empty.',
    }),
  },
  'witness-failed': {
    weight: 'decision',
    tell: () => ({
      text: 'You take the file share witness away',
      why: 'Its vote is missing from now on. Whoever needs it finds out when looking.',
    }),
  },
  'witness-repaired': {
    weight: 'decision',
    tell: () => ({
      text: 'You bring the file share witness back',
      why: 'Its vote can be had again.',
    }),
  },
};
