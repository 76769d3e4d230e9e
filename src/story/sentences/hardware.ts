import { diskName, networkName } from '../names.ts';
import { sayDuration } from '../format.ts';
import type { Tellings } from './types.ts';

type HardwareKind =
  | 'node-powered-off'
  | 'node-powered-on'
  | 'node-booted'
  | 'network-cut'
  | 'network-mended'
  | 'cable-cut'
  | 'cable-mended'
  | 'path-cut'
  | 'path-mended'
  | 'array-failed'
  | 'array-repaired'
  | 'disk-failed'
  | 'disk-repaired';

/** What the reader does to the machine room. */
export const hardwareTellings: Tellings<HardwareKind> = {
  'node-powered-off': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You cut ${values.node}'s power`,
      why: plan.quorum
        ? 'Nobody knows yet: a node that loses power says nothing.'
        : 'Everything on it stopped at once, with no time to close.',
    }),
  },
  'node-powered-on': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `You gave ${values.node} its power back`,
      why: 'It has to start its operating system before it can do anything.',
    }),
  },
  'node-booted': {
    weight: 'step',
    tell: ({ values }, plan) => ({
      text: `${values.node} has started`,
      why: `Its operating system took ${sayDuration(values.tookMs)}; ${plan.quorum ? 'the cluster service comes' : 'its services come'} next.`,
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
      why: 'What is sent on it can arrive again.',
    }),
  },
  'cable-cut': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You pulled ${values.node}'s cable from ${networkName(plan, values.network)}`,
      why: plan.quorum
        ? 'Only this node lost the network; the others still have it.'
        : 'The server runs on, and nobody reaches it.',
    }),
  },
  'cable-mended': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You plugged ${values.node} into ${networkName(plan, values.network)} again`,
      why: 'What is sent on it can arrive again.',
    }),
  },
  'path-cut': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `You cut ${values.node}'s path to the storage`,
      why: 'It runs on, but none of its reads and writes arrive.',
    }),
  },
  'path-mended': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `You mended ${values.node}'s path to the storage`,
      why: 'It can reach the disks again. What it owns is another matter.',
    }),
  },
  'array-failed': {
    weight: 'decision',
    tell: (_occurrence, plan) => ({
      text: 'The whole storage is lost',
      why: plan.quorum
        ? 'Every disk went at once, for every node. There is no second copy.'
        : 'Every disk went at once. There is no second copy.',
    }),
  },
  'array-repaired': {
    weight: 'decision',
    tell: () => ({
      text: 'The storage works again',
      why: 'Its disks hold what they held when they stopped.',
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
};
