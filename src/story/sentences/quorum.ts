import { must } from '#model';
import type { OccurrenceOf, OccurrenceValues, Plan } from '#model';
import { sayCount, sayDuration } from '../format.ts';
import { deciderName } from '../names.ts';
import { renewalReason } from './failing.ts';
import { causesOf } from './past.ts';
import type { Past } from './past.ts';
import { isOutOfReach } from './spare.ts';
import type { Tellings } from './types.ts';

type QuorumKind =
  | 'votes-counted'
  | 'quorum-challenged'
  | 'quorum-defence-started'
  | 'registration-removed'
  | 'reservation-renewed'
  | 'reservation-lost'
  | 'quorum-given-up'
  | 'quorum-reserved'
  | 'quorum-reserve-refused'
  | 'quorum-taken'
  | 'quorum-defended'
  | 'quorum-forced';

/** How often the owner of a disk renews its reservation, or looks at it. */
function renewalPeriod({ scenario }: Plan): string {
  return sayDuration(scenario.parameters.reservationRenewalPeriod);
}

/** Windows Server 2008 keeps reservations through resets and registers challengers beside the owner. */
function isPersistent({ scenario }: Plan): boolean {
  return scenario.profile === 'windows-server-2008';
}

function isShare({ scenario }: Plan, decider: string): boolean {
  return decider === scenario.witness?.id;
}

function votesReason({ votes, needed, witness }: OccurrenceValues['votes-counted']): string {
  const all = `More than half are needed: ${needed}.`;
  if (witness === 'needed') return `${all} One is missing, and the witness can give it.`;
  if (witness === 'counted') return `${all} The witness has given its own.`;
  return `${all} ${votes < needed ? 'Without them nothing may run.' : 'It may go on.'}`;
}

function challengeReason(
  { by, waitMs }: OccurrenceValues['quorum-challenged'],
  plan: Plan,
): string {
  const wait = sayDuration(waitMs);
  switch (by) {
    case 'reset':
      return `It asks for a reset of the bus, to clear every reservation it can reach, and waits ${wait}: a living owner renews within ${renewalPeriod(plan)}.`;
    case 'registration':
      return `It registers a key with the disk and waits ${wait} (an assumption): a living owner looks every ${renewalPeriod(plan)} and removes it.`;
    case 'lock':
      return `It has not locked the share so far, so it waits ${wait} before it tries: who has the lock need not wait.`;
  }
}

/** Windows Server 2003: whether an owner goes on renewing that may have no clients any more. */
function unreachedReason(
  defence: OccurrenceOf<'quorum-defence-started'>,
  plan: Plan,
  past: Past,
): string {
  const goesOn = ' and goes on renewing its reservation';
  if (!isOutOfReach(plan, past, defence, defence.values.node)) return goesOn;
  return plan.scenario.parameters.disconnectedOwnerGivesWay === 1
    ? ', but no client can reach it'
    : `${goesOn}, although no client can reach it (documented for Windows 2000; what 2003 does could not be read: KB 286342)`;
}

function defenceReason(
  defence: OccurrenceOf<'quorum-defence-started'>,
  plan: Plan,
  past: Past,
): string {
  const { disk, waitMs } = defence.values;
  const wait = `It takes nothing over for ${sayDuration(waitMs)}, a margin of the model included.`;
  if (isShare(plan, disk)) return `It has the share locked and keeps it. ${wait}`;
  return isPersistent(plan)
    ? `It owns the disk and removes the key of whoever registers. ${wait}`
    : `It owns the disk${unreachedReason(defence, plan, past)}. ${wait}`;
}

/** Windows Server 2008: what became of the key that a challenger had registered. */
function keyReason(refused: OccurrenceOf<'quorum-reserve-refused'>, past: Past): string {
  const kinds = causesOf(refused, past).map(({ kind }) => kind);
  if (kinds.includes('registration-removed'))
    return 'Its key has been removed: the owner was alive to do it.';
  return kinds.includes('quorum-reserved') || kinds.includes('resource-online')
    ? `${refused.values.holder ?? 'Another node'} was first: who takes the disk removes the keys of all others.`
    : 'Its key is not on the disk.';
}

function refusalReason(
  refused: OccurrenceOf<'quorum-reserve-refused'>,
  plan: Plan,
  past: Past,
): string {
  const { reason, disk, holder } = refused.values;
  if (reason === 'too-late')
    return `A challenge may take ${sayDuration(plan.scenario.parameters.arbitrationTimeMax)} (QuorumArbitrationTimeMax), and the disk was not online by then.`;
  if (reason === 'unreachable')
    return 'What it cannot reach it cannot win, and without it the node may not go on.';
  if (isShare(plan, disk)) return `${holder ?? 'Another node'} is alive and has it locked.`;
  return isPersistent(plan)
    ? keyReason(refused, past)
    : 'Another node holds a reservation made since the reset: somebody was alive to make it.';
}

const REFUSED = {
  held: 'is refused',
  unreachable: 'cannot reach',
  'too-late': 'has no time left for',
} as const;

function reserveReason({ disk }: OccurrenceValues['quorum-reserved'], plan: Plan): string {
  if (isShare(plan, disk)) return 'Nobody alive has it locked.';
  return isPersistent(plan)
    ? 'Its key is still there: no owner has removed it.'
    : 'Nobody has renewed this one since the reset.';
}

function takenReason({ disk, tookMs }: OccurrenceValues['quorum-taken'], plan: Plan): string {
  const took = sayDuration(tookMs);
  if (isShare(plan, disk))
    return `It asked for it ${took} ago and has kept it locked. Now there are votes enough.`;
  return `The disk is online ${took} after the ${isPersistent(plan) ? 'challenge' : 'reset'}. Now it may run whatever nobody else does.`;
}

/** What the switches of Windows Server 2003 bring with them (KB 258078). */
function forcedReason({ scenario, quorum }: Plan): string {
  if (scenario.profile === 'windows-server-2008') return '';
  return quorum?.model === 'disk'
    ? " Started with /fixquorum it brings only the cluster's own address and name online (not modelled here), and no other node may join."
    : ' Started with /forcequorum and itself alone in the list (an assumption) it lets no other node join.';
}

const letterOf = (plan: Plan, disk: string): string => must(plan.diskOf, disk).letter;

/** How it is decided which part of a cluster goes on: by a disk, by votes, by a file share. */
export const quorumTellings: Tellings<QuorumKind> = {
  'votes-counted': {
    weight: 'decision',
    tell: ({ values }) => ({
      text: `${values.node} counts ${values.votes} of ${sayCount(values.of, 'vote')}`,
      why: votesReason(values),
    }),
  },
  'quorum-challenged': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${values.node} challenges for ${deciderName(plan, values.disk)}`,
      why: challengeReason(values, plan),
    }),
  },
  'quorum-defence-started': {
    weight: 'decision',
    tell: (defence, plan, past) => ({
      text: `${defence.values.node} defends ${deciderName(plan, defence.values.disk)}`,
      why: defenceReason(defence, plan, past),
    }),
  },
  'registration-removed': {
    weight: 'step',
    tell: ({ values }, plan) => ({
      text: `${values.node} removes the key of ${values.of}`,
      why: `It owns the quorum disk and looks every ${renewalPeriod(plan)}; a challenger without a key is refused.`,
    }),
  },
  'reservation-renewed': {
    weight: 'detail',
    tell: ({ values }, plan) => ({
      text: `${values.node} reserves disk ${letterOf(plan, values.disk)} again`,
      why: isPersistent(plan)
        ? `An owner looks at its reservation every ${renewalPeriod(plan)}.`
        : `The reset had cleared its reservation; an owner renews every ${renewalPeriod(plan)}.`,
    }),
  },
  'reservation-lost': {
    weight: 'step',
    tell: (lost, plan, past) => ({
      text: `${lost.values.node} cannot renew its reservation of disk ${letterOf(plan, lost.values.disk)}`,
      why: renewalReason(lost, past),
    }),
  },
  'quorum-given-up': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${values.node} does not reserve disk ${letterOf(plan, values.disk)} again`,
      why: 'No client can reach it, so it leaves the quorum to a node that clients may reach (chosen here; how Windows Server 2003 does it could not be read).',
    }),
  },
  'quorum-reserved': {
    weight: 'step',
    tell: ({ values }, plan) => ({
      text: `${values.node} ${isShare(plan, values.disk) ? 'locks' : 'reserves'} ${deciderName(plan, values.disk)}`,
      why: reserveReason(values, plan),
    }),
  },
  'quorum-reserve-refused': {
    weight: 'decision',
    tell: (refused, plan, past) => ({
      text: `${refused.values.node} ${REFUSED[refused.values.reason]} ${deciderName(plan, refused.values.disk)}`,
      why: refusalReason(refused, plan, past),
    }),
  },
  'quorum-taken': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${values.node} ${isShare(plan, values.disk) ? 'has the vote of' : 'owns'} ${deciderName(plan, values.disk)}`,
      why: takenReason(values, plan),
    }),
  },
  'quorum-defended': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `${values.node} has kept ${deciderName(plan, values.disk)}`,
      why: `It ${isShare(plan, values.disk) ? 'held its lock' : 'looked after its reservation'} for ${sayDuration(values.tookMs)}. By the model’s times a challenger would have given up by now.`,
    }),
  },
  'quorum-forced': {
    weight: 'decision',
    tell: ({ values }, plan) => ({
      text: `You force ${values.node} to go on without the quorum`,
      why: `It does not know what others do: if they run, there are two clusters now.${forcedReason(plan)}`,
    }),
  },
};
