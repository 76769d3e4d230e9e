// The machine's side of a claim: small questions to a run, each of which can be answered with no.
import { isDeepStrictEqual } from 'node:util';
import { parseDuration } from '#model';
import type { MailCount, Occurrence, OccurrenceKind, Scenario } from '#model';
import { must, worldAt } from '#model';
import type { Ran } from '../support/cluster.ts';
import { START } from '../support/scenario.ts';
import type { Check } from './claim.ts';

/** A kind of occurrence, of one subject if it is named: `group-moved` or `group-moved EXMBX`. */
export type What = OccurrenceKind | `${OccurrenceKind} ${string}`;

/** A duration as on the command line: instants count from the start of the scenario. */
type When = string;

type Values = Readonly<Record<string, string | number | boolean | null>>;

function ensure(isSo: boolean, wanted: string, got: unknown): void {
  if (!isSo) throw new Error(`${wanted}; got ${JSON.stringify(got)}`);
}

function fits({ kind, subject }: Occurrence, what: What): boolean {
  const [wantedKind, wantedSubject] = what.split(' ');
  return kind === wantedKind && (wantedSubject === undefined || subject === wantedSubject);
}

/** Everything of a kind, with the values that are named. */
function every(run: Ran, what: What, values: Values = {}): readonly Occurrence[] {
  return run.occurrences.filter((occurrence) => {
    const all = occurrence.values as Values;
    return (
      fits(occurrence, what) && Object.entries(values).every(([key, value]) => all[key] === value)
    );
  });
}

function timesOf(run: Ran, what: What, values?: Values): number[] {
  return every(run, what, values).map(({ at }) => at - START);
}

const named = (what: What, values?: Values): string =>
  values ? `${what} ${JSON.stringify(values)}` : what;

const between = (value: number, from: When, to: When): boolean =>
  value >= parseDuration(from) && value <= parseDuration(to);

/** It happens exactly once, at an instant or between two, both included. */
export function happens(what: What, from: When, to: When = from, values?: Values): Check {
  return (run) => {
    const times = timesOf(run, what, values);
    const isSo = times.length === 1 && between(times[0] ?? 0, from, to);
    ensure(isSo, `${named(what, values)} once from ${from} to ${to}`, times);
  };
}

/** The k-th time it happens (from 1; the first unless told) is at an instant or between two. */
export function happensFirst(
  what: What,
  from: When,
  to: When = from,
  values?: Values,
  k = 1,
): Check {
  return (run) => {
    const times = timesOf(run, what, values);
    const at = times[k - 1];
    const isSo = at !== undefined && between(at, from, to);
    ensure(isSo, `${named(what, values)} number ${k} from ${from} to ${to}`, times);
  };
}

/** It happens so many times. */
export function counts(number: number, what: What, values?: Values): Check {
  return (run) => {
    const times = timesOf(run, what, values);
    ensure(times.length === number, `${number} times ${named(what, values)}`, times);
  };
}

/** None of these happens at all. */
export function never(...whats: readonly What[]): Check {
  return (run) => {
    for (const what of whats) counts(0, what)(run);
  };
}

/** It happens never with these values. */
export const neverWith = (what: What, values: Values): Check => counts(0, what, values);

/** It happens with these values at least once. */
export function tells(what: What, values: Values): Check {
  return (run) => {
    const all = every(run, what).map((one) => one.values);
    ensure(every(run, what, values).length > 0, named(what, values), all);
  };
}

/** From the first of one thing to the first of another: a duration, or between two. */
export function takes(first: What, second: What, least: When, most: When = least): Check {
  return (run) => {
    const [from] = timesOf(run, first);
    const [to] = timesOf(run, second);
    const gap = from === undefined || to === undefined ? null : to - from;
    const isSo = gap !== null && between(gap, least, most);
    ensure(isSo, `${second} ${least} to ${most} after ${first}`, [from, to]);
  };
}

/** These things happen in this order, whatever happens between. */
export function inOrder(...whats: readonly What[]): Check {
  return (run) => {
    let from = 0;
    for (const what of whats) {
      const found = run.occurrences.findIndex((one, index) => index >= from && fits(one, what));
      ensure(found >= 0, `${whats.join(', then ')}`, `no ${what} after number ${from}`);
      from = found + 1;
    }
  };
}

/** The first of one thing has another among the causes that led to it. */
export function comesOf(effect: What, cause: What): Check {
  return (run) => {
    const [first] = every(run, effect);
    ensure(first !== undefined, effect, 'nothing of the kind');
    const chain = new Set<number>([first?.id ?? -1]);
    for (let id = first?.id ?? -1; id >= 0; id -= 1) {
      if (!chain.has(id)) continue;
      for (const earlier of run.occurrences[id]?.because ?? []) chain.add(earlier);
    }
    const isSo = run.occurrences.some((one) => chain.has(one.id) && fits(one, cause));
    ensure(isSo, `${effect} because of ${cause}`, [...chain]);
  };
}

/** What clients find and who has the mailbox server, such as `online on NODE1`, before anything is done. */
export function before(outcome: string): Check {
  return (run) => {
    const world = worldAt(run.execution, START - 1);
    const got = `${world.service.value} on ${world.groups[run.plan.subject.id]?.owner.value ?? '?'}`;
    ensure(got === outcome, `${outcome} before`, got);
  };
}

/** The same at an instant, or when it is steady. */
export function outcome(wanted: string, when?: When): Check {
  return (run) => {
    const world = run.world(when);
    const got = `${world.service.value} on ${world.groups[run.plan.subject.id]?.owner.value ?? '?'}`;
    ensure(got === wanted, `${wanted} at ${when ?? 'the end'}`, got);
  };
}

function outagesOf(run: Ran): number[] {
  return run.all('service-restored').map(({ values }) => values.outageMs);
}

/** Clients were without the service for so long in all; it is back at the end. */
export function outage(from: When, to: When = from): Check {
  return (run) => {
    const outages = outagesOf(run);
    const total = outages.reduce((sum, one) => sum + one, 0);
    const lost = run.all('service-lost').length;
    const isSo = outages.length === lost && between(total, from, to);
    ensure(isSo, `outage of ${from} to ${to}`, { lost, outages });
  };
}

/** Clients never notice anything. */
export const noOutage: Check = never('service-lost');

/** The reasons of everything that was refused, in order. */
export function refuses(...codes: readonly string[]): Check {
  return (run) =>
    ensure(isDeepStrictEqual(run.refusals, codes), `refusals ${codes.join()}`, run.refusals);
}

/** The state of cluster services, by node. */
export function services(states: Readonly<Record<string, string>>, when?: When): Check {
  return (run) => {
    const { nodes } = run.world(when);
    const got = Object.fromEntries(
      Object.keys(states).map((id) => [id, must(nodes, id).service.value]),
    );
    ensure(
      isDeepStrictEqual(got, states),
      `services ${JSON.stringify(states)} at ${when ?? 'the end'}`,
      got,
    );
  };
}

/** The state of resources, by id. */
export function resources(states: Readonly<Record<string, string>>, when?: When): Check {
  return (run) => {
    const world = run.world(when);
    const got = Object.fromEntries(
      Object.keys(states).map((id) => [id, must(world.resources, id).state.value]),
    );
    ensure(
      isDeepStrictEqual(got, states),
      `resources ${JSON.stringify(states)} at ${when ?? 'the end'}`,
      got,
    );
  };
}

/** The owners of groups, by id. */
export function owners(wanted: Readonly<Record<string, string>>, when?: When): Check {
  return (run) => {
    const { groups } = run.world(when);
    const got = Object.fromEntries(
      Object.keys(wanted).map((id) => [id, must(groups, id).owner.value]),
    );
    ensure(
      isDeepStrictEqual(got, wanted),
      `owners ${JSON.stringify(wanted)} at ${when ?? 'the end'}`,
      got,
    );
  };
}

/** The owner of a group is one of these nodes. */
export function ownerAmong(group: string, nodes: readonly string[], when?: When): Check {
  return (run) => {
    const owner = must(run.world(when).groups, group).owner.value;
    ensure(nodes.includes(owner), `${group} on one of ${nodes.join()}`, owner);
  };
}

/** The node that holds the reservation of each disk, or null. */
export function reserved(wanted: Readonly<Record<string, string | null>>, when?: When): Check {
  return (run) => {
    const { reservations } = run.world(when);
    const got = Object.fromEntries(
      Object.keys(wanted).map((id) => [id, must(reservations, id).value]),
    );
    ensure(isDeepStrictEqual(got, wanted), `reservations ${JSON.stringify(wanted)}`, got);
  };
}

/** What became of the messages that arrived, up to an instant or a minute and a half after it is steady. */
export function mail(wanted: Partial<MailCount>, when?: When): Check {
  return (run) => {
    const all = run.mail(when);
    const got = Object.fromEntries(
      Object.keys(wanted).map((key) => [key, all[key as keyof MailCount]]),
    );
    ensure(isDeepStrictEqual(got, wanted), `mail ${JSON.stringify(wanted)}`, got);
  };
}

/** All of several checks. */
export function all(...checks: readonly Check[]): Check {
  return (run) => {
    for (const check of checks) check(run);
  };
}

/** Whether a golden's cluster is a whole scenario. */
export const isScenario = (cluster: object): cluster is Scenario => 'tries' in cluster;
