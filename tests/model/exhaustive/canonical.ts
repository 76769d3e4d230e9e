import { hash } from 'node:crypto';
import type { Instant, Milliseconds, Plan, World } from '#model';
import type { State } from '../../../src/model/run/state.ts';
import type {
  ClusterNode,
  ClusterResource,
  Formation,
  Listening,
} from '../../../src/model/world/cluster.ts';
import type { DatabaseFiles } from '../../../src/model/world/exchange.ts';
import { commonMultiple } from './instants.ts';

type Plain =
  null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** How long it takes until everything that repeats begins together again. */
export interface Rhythm {
  /** In the cluster: heartbeats, renewals, polls and attempts to start a service. */
  readonly cluster: Milliseconds;
  /** By the clock of the scenario: clients, queues and messages. */
  readonly clock: Milliseconds;
}

/** The rhythm of a plan whose cluster repeats itself after `cycle`. */
export function rhythmOf({ scenario }: Plan, cycle: Milliseconds): Rhythm {
  const { clientRetryPeriod, webRetryPeriod, queueRetryPeriod, messagePeriod } =
    scenario.parameters;
  return {
    cluster: commonMultiple([cycle, scenario.parameters.clusterServiceRestartDelay]),
    clock: commonMultiple([clientRetryPeriod, webRetryPeriod, queueRetryPeriod, messagePeriod]),
  };
}

/** What a number stands for, by its key. One that is not here has no place in a world. */
const NUMBERS: Readonly<Record<string, 'count' | 'instant'>> = {
  formation: 'count',
  logsToReplay: 'count',
  agreementDue: 'instant',
  agreementSince: 'instant',
  at: 'instant',
  attemptSince: 'instant',
  backupAt: 'instant',
  cutOffAt: 'instant',
  dueAt: 'instant',
  from: 'instant',
  jobEndsAt: 'instant',
  lastHeard: 'instant',
  pageReadAt: 'instant',
  stateSince: 'instant',
  to: 'instant',
};

/** Which occurrence made something so is told and decides nothing: whether there is one is enough. */
const IDS: ReadonlySet<string> = new Set([
  'fixedBy',
  'backingUpSince',
  'brokenBy',
  'id',
  'mountedSince',
  'obstacles',
  'restoringSince',
]);

const isFact = (value: object): value is { readonly value: Plain } =>
  'since' in value && 'value' in value;

/** Writes worlds down, with everything counted from an instant. */
class Writer {
  private readonly now: Instant;
  private readonly period: Milliseconds;
  constructor(now: Instant, period: Milliseconds) {
    this.now = now;
    this.period = period;
  }

  /** Anything that needs no knowledge of what it is: facts by their value, keys in one order. */
  any(value: unknown, key = ''): Plain {
    if (IDS.has(key)) return value !== null;
    if (typeof value === 'number') return this.number(value, key);
    if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
    if (Array.isArray(value)) return value.map((one) => this.any(one, key));
    if (typeof value !== 'object') throw new Error(`${key} holds a ${typeof value}`);
    if (isFact(value)) return value.value;
    return this.each(value as Readonly<Record<string, unknown>>, (one, its) => this.any(one, its));
  }

  each<Value>(
    values: Readonly<Record<string, Value>>,
    write: (value: Value, key: string) => Plain,
  ): Readonly<Record<string, Plain>> {
    const keys = Object.keys(values).sort();
    return Object.fromEntries(keys.map((key) => [key, write(values[key] as Value, key)]));
  }

  private number(value: number, key: string): Plain {
    const kind = NUMBERS[key];
    if (kind === undefined) throw new Error(`nobody has said what the number ${key} stands for`);
    return kind === 'count' ? value : value - this.now;
  }

  /** Where within its period something that repeats for ever stands. */
  phase(base: Instant): number {
    const since = (this.now - base) % this.period;
    return since < 0 ? since + this.period : since;
  }

  node({ heartbeatBases, acrossBases, restartBase, ...node }: ClusterNode): Plain {
    const { agreementSince, agreementDue, ...rest } = node;
    const isRunning = node.service.value === 'running';
    const isAtRest = isRunning || node.service.value === 'stopped';
    const isBusy = node.agreement.value !== 'settled' || !isAtRest;
    return {
      ...this.each(rest, (value, key) => this.any(value, key)),
      step: isBusy ? this.any({ agreementSince, agreementDue }) : null,
      heartbeats: this.each(heartbeatBases, (base) => this.phase(base)),
      across: this.each(acrossBases, (base) => this.phase(base)),
      // It may lie ahead; afterwards only the rhythm of the attempts is left of it.
      restart: isRunning ? null : [Math.max(0, restartBase - this.now), this.phase(restartBase)],
    };
  }

  listening({ lastHeard, expectedAt, ...rest }: Listening): Plain {
    const isCounting = !rest.flowing.value && rest.level.value !== 'silent';
    const expected = expectedAt >= this.now ? expectedAt - this.now : null;
    return [isCounting ? lastHeard - this.now : null, expected, this.any(rest)];
  }

  resource({ stateSince, attemptSince, dueAt, pollBase, ...rest }: ClusterResource): Plain {
    const { value } = rest.state;
    const isPending = value.endsWith('-pending');
    return {
      ...this.each(rest, (one, key) => this.any(one, key)),
      since: isPending || value === 'failed' ? stateSince - this.now : null,
      step: isPending ? this.any({ attemptSince, dueAt }) : null,
      polls: value === 'offline' ? null : this.phase(pollBase),
    };
  }

  formation({ groups, resources }: Pick<Formation, 'groups' | 'resources'>): Plain {
    return [this.any(groups), this.each(resources, (one) => this.resource(one))];
  }

  database(files: DatabaseFiles, logPeriod: Milliseconds, checkpointDepth: number): Plain {
    const { mountedAt, stoppedAt, backupAt, jobNode, jobEndsAt, ...rest } = files;
    const isMounted = files.state.value === 'mounted';
    const works = files.restoringSince !== null || files.backingUpSince !== null;
    const longAgo = logPeriod * checkpointDepth;
    return {
      ...this.each(rest, (one, key) => this.any(one, key)),
      mountedFor: isMounted ? Math.min(longAgo, this.now - (mountedAt ?? -Infinity)) : null,
      backup: isMounted ? backupAt - this.now : backupAt - stoppedAt,
      job: works ? [jobNode, jobEndsAt - this.now] : null,
    };
  }
}

function formOf(plan: Plan, { cluster, clock }: Rhythm, { world, agenda }: State, now: Instant) {
  const { logGenerationPeriod, checkpointDepthLogs } = plan.scenario.parameters;
  const writer = new Writer(now, cluster);
  const {
    nodes,
    hearing,
    groups,
    resources,
    numbered: _numbered,
    rivals,
    databases,
    renewalBases,
    ...others
  } = world;
  // How long the service has been as it is is told when it changes.
  const { mail: _mail, hungAt, clientsBackAt, serviceSince: _since, ...rest } = others;
  return {
    clock: now % clock,
    ...writer.each(rest, (value, key) => writer.any(value, key)),
    nodes: writer.each(nodes, (node) => writer.node(node)),
    hearing: hearing.map((one) => writer.listening(one)),
    formations: [{ groups, resources }, ...rivals].map((one) => writer.formation(one)),
    renewals: writer.each(renewalBases, (base) => writer.phase(base)),
    databases: writer.each(databases, (files) =>
      writer.database(files, logGenerationPeriod, checkpointDepthLogs),
    ),
    hung: writer.each(hungAt, (at, node) =>
      world.systems[node]?.value === 'hung' ? at - now : null,
    ),
    clients: clientsBackAt === null ? null : Math.max(0, clientsBackAt - now),
    mail: mailOf(world, writer),
    agenda: agenda.map(({ at, kind, subject, index }) => [at - now, kind, subject, index]),
  };
}

/** What was delivered or lost is history; what waits is still going to happen. */
function mailOf({ mail }: World, writer: Writer): Plain {
  const waiting = mail.filter(({ fate }) => fate === 'waiting');
  return [mail.at(-1)?.fate ?? null, ...waiting.map(({ from, to }) => writer.any({ from, to }))];
}

/**
 * A state at an instant as a text that is the same for states from which the same follows: everything
 * is counted from that instant, and what is only told (numbers of occurrences, past mail) is left out.
 * Refuses more than two nodes, because chance that is drawn by the clock then chooses between them.
 */
export function canonicalText(plan: Plan, rhythm: Rhythm, state: State, now: Instant): string {
  if (plan.nodes.length > 2) throw new Error('where chance decides, equal texts prove nothing');
  return JSON.stringify(formOf(plan, rhythm, state, now));
}

/** The same, short enough to keep many of them. */
export function canonicalKey(plan: Plan, rhythm: Rhythm, state: State, now: Instant): string {
  return hash('sha1', canonicalText(plan, rhythm, state, now), 'base64');
}
