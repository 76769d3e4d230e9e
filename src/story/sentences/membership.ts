import { formatAction, NEVER } from '#model';
import type { Action, OccurrenceOf, OccurrenceValues, Plan } from '#model';
import { sayDuration, sayList } from '../format.ts';
import { networkName } from '../names.ts';
import { setBefore } from './past.ts';
import type { Past } from './past.ts';
import { farewellReason } from './service.ts';
import type { Tellings, Weight } from './types.ts';

type MembershipKind =
  | 'heartbeat-missed'
  | 'contact-lost'
  | 'contact-restored'
  | 'interface-state-changed'
  | 'network-state-changed'
  | 'node-declared-down'
  | 'regroup-started'
  | 'regroup-ended'
  | 'node-removed'
  | 'cluster-service-stopped'
  | 'cluster-service-started'
  | 'cluster-formed'
  | 'cluster-service-start-requested'
  | 'cluster-service-hung'
  | 'cluster-service-stopping'
  | 'node-left'
  | 'services-started'
  | 'node-joined'
  | 'node-paused'
  | 'node-resumed'
  | 'property-set';

/** A property and its value in the units of the command line: `EXMBX.FailoverPeriod`, `6h`. */
function setting({ property, value }: OccurrenceValues['property-set']): readonly string[] {
  const at = property.lastIndexOf('.');
  const name = property.slice(at + 1) as PropertyAction['property'];
  const part = at < 0 ? null : property.slice(0, at);
  if (name === 'RetryPeriodOnFailure' && value === NEVER) return [property, 'never'];
  return formatAction({ verb: 'set', part, property: name, value }).split(' ').slice(1);
}

type PropertyAction = Extract<Action, { readonly verb: 'set' }>;

const INTERFACE = {
  up: {
    text: 'works',
    why: 'Its link is there and heartbeats arrive.',
  },
  unreachable: {
    text: 'is unreachable',
    why: 'Another node, whose own link is there, no longer hears it.',
  },
  failed: {
    text: 'has failed',
    why: 'Its own link is gone.',
  },
} as const;

const NETWORK = {
  up: { text: 'works again', why: 'Not every connection to it is failed or unreachable any more.' },
  partitioned: {
    text: 'is partitioned',
    why: 'Every node has its link, and they do not hear each other: the fault lies between them.',
  },
  down: { text: 'is down', why: 'No node has a link to it.' },
} as const;

const ENDS = 'Everything it hosted stops with it.';

/** Why a cluster service stopped, and what that means for what it hosted. */
function stopReason({ reason }: OccurrenceValues['cluster-service-stopped'], plan: Plan): string {
  const isDisk = plan.quorum?.model === 'disk';
  switch (reason) {
    case 'quorum-lost':
      return isDisk
        ? `Without the quorum disk it must not run anything: another node may own it by now. ${ENDS}`
        : `Without more than half of the votes it must not run anything: others may have them. ${ENDS}`;
    case 'arbitration-lost':
      return `${isDisk ? 'It did not get the quorum disk' : 'It did not get the vote that was missing'}, so it must not run anything. ${ENDS}`;
    case 'form-failed':
      return `It found nobody to join and did not get the quorum${isDisk ? ' disk' : ''}, so it could not form the cluster.`;
    case 'join-failed':
      return 'The member it wanted to join could not be reached any more when it was to be let in.';
    case 'evicted':
      return `The others go on without it: not all of them hear it. ${ENDS}`;
    case 'stopped-by-administrator':
      return 'It was asked to, and has handed over what it could. It does not start by itself.';
    case 'node-shut-down':
      return 'Its node is shutting down.';
    case 'no-connectivity':
      return `None of its networks has a link any more, so it cannot take part. That it waits so long is an assumption. ${ENDS}`;
    case 'hung':
      return `It stood still for too long, and the watchdog ended it. ${ENDS}`;
  }
}

const STARTS = {
  join: 'It finds a running member and asks to join.',
  form: 'It finds nobody running, so it tries to form the cluster.',
  force: 'It was told to go on without the quorum.',
} as const;

/** The groups that go back by themselves to the node that has come, if any. */
function failbackReason(
  { id, values }: OccurrenceOf<'node-joined'>,
  { scenario }: Plan,
  past: Past,
): string {
  const allowed = scenario.groups.filter(({ id: group, failback }) => {
    const set = setBefore(past, id, `${group}.AutoFailbackType`);
    return set === undefined ? failback !== 'prevent' : set === 'allow';
  });
  if (allowed.length === 0)
    return 'Nothing moves back by itself: failback is off unless an administrator turns it on.';
  const back = allowed.filter(({ id: group, preferredOwners }) => {
    const set = setBefore(past, id, `${group}.PreferredOwners`);
    const owners = set === undefined ? preferredOwners : String(set).split(',');
    return owners.includes(values.node);
  });
  return back.length > 0
    ? `Failback is on for ${sayList(back.map(({ name }) => name))}; nothing else moves back by itself.`
    : 'Nothing moves back by itself: no group with failback prefers this node.';
}

/**
 * In a cluster of more than two each node says the same of a node that is gone: then only what they
 * agree on is announced.
 */
const ofTwo =
  (weight: Weight, otherwise: Weight) =>
  (_occurrence: unknown, { nodes }: Plan): Weight =>
    nodes.length > 2 ? otherwise : weight;

/** What nodes hear from each other, who belongs to the cluster, and what administrators do to nodes. */
export const membershipTellings: Tellings<MembershipKind> = {
  'heartbeat-missed': {
    weight: 'detail',
    tell: ({ values }, plan) => ({
      text: `${values.by} misses a heartbeat of ${values.node}`,
      why: `The next one on ${networkName(plan, values.network)} was due and did not arrive. One alone means nothing.`,
    }),
  },
  'contact-lost': {
    weight: ofTwo('step', 'detail'),
    tell: ({ values }, plan) => ({
      text: `${values.by} hears nothing from ${values.node} on ${networkName(plan, values.network)}`,
      why: `${values.missed} heartbeats are missing, ${sayDuration(values.silentMs)} since the last.`,
    }),
  },
  'contact-restored': {
    weight: ofTwo('step', 'detail'),
    tell: ({ values }, plan) => ({
      text: `${values.by} hears ${values.node} again on ${networkName(plan, values.network)}`,
      why: 'A heartbeat has arrived.',
    }),
  },
  'interface-state-changed': {
    weight: ({ values }) => (values.state === 'up' ? 'detail' : 'step'),
    tell: ({ values }, plan) => ({
      text: `${values.node}'s connection to ${networkName(plan, values.network)} ${INTERFACE[values.state].text}`,
      why: INTERFACE[values.state].why,
    }),
  },
  'network-state-changed': {
    weight: 'step',
    tell: ({ values }, plan) => {
      const { text, why } = NETWORK[values.state];
      const name = networkName(plan, values.network);
      return { text: `${name.charAt(0).toUpperCase()}${name.slice(1)} ${text}`, why };
    },
  },
  'node-declared-down': {
    weight: ofTwo('decision', 'step'),
    tell: ({ values }) => ({
      text: `${values.by} declares ${values.node} down`,
      why: `${values.missed} heartbeats are missing on every network that the nodes may talk on: ${sayDuration(values.silentMs)} of silence.`,
    }),
  },
  'regroup-started': {
    weight: 'detail',
    tell: ({ values, rule }) => {
      const members = (values.members || values.node).split(' ');
      return {
        text: `${sayList(members)} ${members.length > 1 ? 'regroup' : 'regroups'}`,
        why:
          rule === 'heed-exclusion'
            ? `${members.length > 1 ? 'One of them' : 'It'} hears a node that has counted it out, so they do not agree who is left.`
            : 'Those who still hear each other must agree who is left.',
      };
    },
  },
  'regroup-ended': {
    weight: 'step',
    tell: ({ values }, { quorum }) => {
      const members = (values.members || values.node).split(' ');
      return {
        text:
          members.length > 1
            ? `${sayList(members)} are left`
            : `${sayList(members)} is a cluster of one`,
        why: `The regroup took ${sayDuration(values.tookMs)} (an assumption). Silence is not proof, so the ${quorum?.model === 'disk' ? 'quorum disk' : 'votes'} must decide.`,
      };
    },
  },
  'node-removed': {
    weight: ofTwo('step', 'decision'),
    tell: ({ values }) => ({
      text: `${values.node} is no longer a member`,
      why: 'Those who are left have counted it out.',
    }),
  },
  'cluster-service-stopped': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${values.node} stops its cluster service`,
      why: stopReason(values, plan),
    }),
  },
  'cluster-service-started': {
    weight: 'step',
    tell: ({ values }) => ({
      text: `${values.node} starts its cluster service`,
      why: STARTS[values.to],
    }),
  },
  'cluster-formed': {
    weight: 'step',
    tell: ({ values }) => ({
      text: `${values.node} has formed the cluster`,
      why: 'It has the quorum and brings up what nobody runs. Others may join it.',
    }),
  },
  'cluster-service-start-requested': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `You start ${values.node}'s cluster service`,
      why: 'It joins if it finds a member, else forms the cluster if it can have the quorum.',
    }),
  },
  'cluster-service-hung': {
    weight: 'decision',
    tell: ({ values }, { scenario }) => ({
      text: `You make ${values.node}'s cluster service stand still`,
      why: `A driver goes on sending its heartbeats, so nobody notices. After ${sayDuration(scenario.parameters.clusterServiceHangTimeout)} the watchdog ${scenario.profile === 'windows-server-2008' ? 'stops the whole node (documented for 2008 R2)' : 'ends it'}.`,
    }),
  },
  'cluster-service-stopping': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `You stop ${values.node}'s cluster service`,
      why:
        values.hosts === ''
          ? 'It hosts nothing that would have to be handed over.'
          : 'What it hosts is closed first, in order, and handed over where another node can have it.',
    }),
  },
  'node-left': {
    weight: 'step',
    tell: ({ values }) => ({
      text: `${values.node} has left the cluster`,
      why: farewellReason(values),
    }),
  },
  'services-started': {
    weight: 'step',
    tell: ({ values }) => ({
      text: `${values.node} starts its services`,
      why: 'It stands alone: there is nobody to ask.',
    }),
  },
  'node-joined': {
    weight: 'decision',
    tell: (occurrence, plan, past) => ({
      text: `${occurrence.values.node} is a member again`,
      why: failbackReason(occurrence, plan, past),
    }),
  },
  'node-paused': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `You pause ${values.node}`,
      why: 'It keeps what it has, and no group may move there.',
    }),
  },
  'node-resumed': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `You resume ${values.node}`,
      why: 'Groups may move there again.',
    }),
  },
  'property-set': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `You set ${setting(values).join(' to ')}`,
      why: 'It applies from now on, until somebody sets it again.',
    }),
  },
};
