import type { Plan } from '#model';
import { networkName } from '../names.ts';
import { sayDuration } from '../format.ts';
import type { Tellings } from './types.ts';

type MembershipKind =
  | 'heartbeat-missed'
  | 'contact-lost'
  | 'contact-restored'
  | 'node-declared-down'
  | 'regroup-started'
  | 'regroup-ended'
  | 'quorum-challenged'
  | 'quorum-defence-started'
  | 'reservation-renewed'
  | 'reservation-lost'
  | 'quorum-reserved'
  | 'quorum-reserve-refused'
  | 'quorum-taken'
  | 'quorum-defended'
  | 'cluster-service-stopped'
  | 'cluster-service-started'
  | 'services-started'
  | 'node-joined';

function renewalPeriod(plan: Plan): string {
  return sayDuration(plan.scenario.parameters.reservationRenewalPeriod);
}

const STOPPED = {
  'quorum-lost':
    'Without the quorum disk it must not run anything: another node may own it by now.',
  'arbitration-lost': 'It did not get the quorum disk, so it must not run anything.',
  'join-failed':
    'The member it wanted to join could not be reached any more when it was to be let in.',
} as const;

/** What nodes hear from each other, and how the quorum disk decides. */
export const membershipTellings: Tellings<MembershipKind> = {
  'heartbeat-missed': {
    weight: 'detail',
    tell: ({ values }, plan) => ({
      text: `${values.by} misses a heartbeat of ${values.node}`,
      why: `The next one on ${networkName(plan, values.network)} was due and did not arrive. One alone means nothing.`,
    }),
  },
  'contact-lost': {
    weight: 'step',
    tell: ({ values }, plan) => ({
      text: `${values.by} hears nothing from ${values.node} on ${networkName(plan, values.network)}`,
      why: `${values.missed} heartbeats are missing, ${sayDuration(values.silentMs)} since the last. Windows logs event 1123.`,
    }),
  },
  'contact-restored': {
    weight: 'step',
    tell: ({ values }, plan) => ({
      text: `${values.by} hears ${values.node} again on ${networkName(plan, values.network)}`,
      why: 'A heartbeat has arrived. Windows logs event 1122.',
    }),
  },
  'node-declared-down': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `${values.by} declares ${values.node} down`,
      why: `${values.missed} heartbeats are missing on every network that the nodes may talk on: ${sayDuration(values.silentMs)} of silence.`,
    }),
  },
  'regroup-started': {
    weight: 'detail',
    tell: ({ values, rule }) => ({
      text: `${values.node} regroups`,
      why:
        rule === 'heed-exclusion'
          ? 'It hears a node that has counted it out, so they do not agree who is left.'
          : 'Those who still hear each other must agree who is left.',
    }),
  },
  'regroup-ended': {
    weight: 'step',
    tell: ({ values }) => ({
      text: `${values.node} is a cluster of one`,
      why: `The regroup took ${sayDuration(values.tookMs)} (an assumption). Silence is not proof, so the quorum disk must decide.`,
    }),
  },
  'quorum-challenged': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${values.node} challenges for the quorum disk`,
      why: `It asks for a reset of the bus, to clear every reservation it can reach, and waits ${sayDuration(values.waitMs)}: a living owner renews within ${renewalPeriod(plan)}.`,
    }),
  },
  'quorum-defence-started': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `${values.node} defends the quorum disk`,
      why: `It owns the disk and goes on renewing its reservation. It takes nothing over for ${sayDuration(values.waitMs)}.`,
    }),
  },
  'reservation-renewed': {
    weight: 'detail',
    tell: ({ values }, plan) => ({
      text: `${values.node} reserves disk ${values.disk}: again`,
      why: `The reset had cleared its reservation; an owner renews every ${renewalPeriod(plan)}.`,
    }),
  },
  'reservation-lost': {
    weight: 'step',
    tell: ({ values }) => ({
      text: `${values.node} cannot renew its reservation of disk ${values.disk}:`,
      why: 'The renewal that was due did not reach the disk, or another node holds it.',
    }),
  },
  'quorum-reserved': {
    weight: 'step',
    tell: ({ values }) => ({
      text: `${values.node} reserves the quorum disk`,
      why: 'Nobody had renewed a reservation since the reset: no living owner is left.',
    }),
  },
  'quorum-reserve-refused': {
    weight: 'decision',
    tell: ({ values }) => ({
      text:
        values.reason === 'held'
          ? `${values.node} is refused the quorum disk`
          : `${values.node} cannot reach the quorum disk`,
      why:
        values.reason === 'held'
          ? 'Another node holds a reservation made since the reset: somebody was alive to make it.'
          : 'What it cannot reach it cannot win, and without it the node may not go on.',
    }),
  },
  'quorum-taken': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `${values.node} owns the quorum disk`,
      why: `The disk is online ${sayDuration(values.tookMs)} after the reset. Now it may run whatever nobody else does.`,
    }),
  },
  'quorum-defended': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `${values.node} has kept the quorum disk`,
      why: `It went on renewing for ${sayDuration(values.tookMs)}. A challenger would have given up by now.`,
    }),
  },
  'cluster-service-stopped': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `${values.node} stops its cluster service`,
      why: `${STOPPED[values.reason]} Everything it hosted stops with it.`,
    }),
  },
  'cluster-service-started': {
    weight: 'step',
    tell: ({ values }) => ({
      text: `${values.node} starts its cluster service`,
      why:
        values.to === 'join'
          ? 'It finds a running member and asks to join.'
          : 'It finds nobody, so it tries to form the cluster with the quorum disk.',
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
    tell: ({ values }) => ({
      text: `${values.node} is a member again`,
      why: 'Nothing moves back by itself: failback is off unless an administrator turns it on.',
    }),
  },
};
