import { offsetWithin } from '../kernel/chance.ts';
import type { Instant, Periodic } from '../kernel/instant.ts';
import { firstTickFrom, ticksBetween } from '../kernel/instant.ts';
import { causes } from '../kernel/rule.ts';
import type { Plan } from '../scenario/plan.ts';
import type { ExchangeWorld, MailCohort } from '../world/exchange.ts';
import type { Moment } from '../world/moment.ts';
import { QUEUE_RETRIES } from '../world/task.ts';
import { servesMailboxes } from './clients.ts';

/** Messages that arrive for the mailboxes, by what became of them. */
export interface MailCount {
  /** In a mailbox, prompt or late. */
  readonly delivered: number;
  /** Of those, the ones that had to wait in the transport queue. */
  readonly late: number;
  /** Still in the transport queue. */
  readonly waiting: number;
  /** Accepted, and neither in a mailbox nor in a queue. */
  readonly lost: number;
  readonly duplicated: number;
}

/** The arrivals of messages at the transport queue, for ever. */
function arrivals(plan: Plan): Periodic {
  const { seed, subject, parameters } = plan.scenario;
  const period = parameters.messagePeriod;
  return { base: offsetWithin(seed, 'message', subject, period), period };
}

/**
 * Counts the messages that have arrived since instant 0, up to and including an instant; and, where a
 * restore went back further, since the backup. None arrive for a subject without mailboxes.
 */
export function countMail(plan: Plan, world: ExchangeWorld, at: Instant): MailCount {
  if (!servesMailboxes(plan)) return { delivered: 0, late: 0, waiting: 0, lost: 0, duplicated: 0 };
  const process = arrivals(plan);
  const until = at + 1;
  const size = (cohort: MailCohort): number =>
    ticksBetween(process, cohort.from, Math.min(cohort.to ?? until, until));
  const total = (fate: MailCohort['fate']): number =>
    world.mail
      .filter((cohort) => cohort.fate === fate)
      .reduce((sum, cohort) => sum + size(cohort), 0);
  const accepted = ticksBetween(process, world.mail[0]?.from ?? 0, until);
  const late = total('late');
  const delivered = total('prompt') + late;
  const waiting = total('waiting');
  const gone = total('lost');
  const known = delivered + waiting + gone;
  return {
    delivered,
    late,
    waiting,
    lost: gone + Math.max(0, accepted - known),
    duplicated: Math.max(0, known - accepted),
  };
}

function closeLast(world: ExchangeWorld, at: Instant): readonly MailCohort[] {
  return world.mail.map((cohort) => (cohort.to === null ? { ...cohort, to: at } : cohort));
}

function cohortFrom({ at, world }: Moment, fate: MailCohort['fate']): MailCohort {
  return { from: at, to: null, fate, since: world.service.since };
}

/** From now on messages wait in the transport queue. */
export function holdMail(moment: Moment): void {
  const { world } = moment;
  moment.cancel(QUEUE_RETRIES, moment.plan.subject.id);
  world.mail = [...closeLast(world, moment.at), cohortFrom(moment, 'waiting')];
}

/** From now on messages are delivered as they come; those that wait go at the queue's next attempt. */
export function releaseMail(moment: Moment): void {
  const { world, plan, parameters } = moment;
  world.mail = [...closeLast(world, moment.at), cohortFrom(moment, 'prompt')];
  const period = parameters.queueRetryPeriod;
  const base = offsetWithin(plan.scenario.seed, 'queue', plan.subject.id, period);
  moment.later(firstTickFrom({ base, period }, moment.at + 1), QUEUE_RETRIES, plan.subject.id);
}

/** The queue tries again, and this time the mailboxes take what waited. */
export function deliverQueue(moment: Moment): void {
  const { world, plan } = moment;
  const process = arrivals(plan);
  const waiting = world.mail.filter(({ fate }) => fate === 'waiting');
  const messages = waiting.reduce(
    (sum, { from, to }) => sum + ticksBetween(process, from, to ?? moment.at),
    0,
  );
  const first = waiting[0];
  world.mail = world.mail.map((cohort) =>
    cohort.fate === 'waiting' ? { ...cohort, fate: 'late', deliveredAt: moment.at } : cohort,
  );
  if (messages === 0 || !first) return;
  const values = { messages, longestWaitMs: moment.at - firstTickFrom(process, first.from) };
  const because = causes([world.service.since, ...waiting.map(({ since }) => since)]);
  const reason = { because, rule: 'retry-queue' };
  moment.occur('queue-delivered', plan.subject.id, values, reason);
}
