import { countMail, parseDuration, parseTimedAction, worldAt } from '#model';
import type {
  Execution,
  MailCount,
  Occurrence,
  OccurrenceKind,
  OccurrenceOf,
  Plan,
  TimedAction,
  World,
} from '#model';
import { execute } from '#model/whole';
import { planFor, START } from './scenario.ts';
import type { Difference } from './scenario.ts';

/** An instant as tests write it: a duration since the start, such as `7.2s`. */
type When = string;

/** A run that was carried out, with the questions that tests ask of it. Instants are since the start. */
export class Ran {
  readonly execution: Execution;
  constructor(execution: Execution) {
    this.execution = execution;
  }

  get plan(): Plan {
    return this.execution.run.plan;
  }

  get occurrences(): readonly Occurrence[] {
    return this.execution.occurrences;
  }

  /** Every occurrence of a kind, of a subject if one is named. */
  all<Kind extends OccurrenceKind>(kind: Kind, subject?: string): readonly OccurrenceOf<Kind>[] {
    return this.occurrences.filter(
      (occurrence) =>
        occurrence.kind === kind && (subject === undefined || occurrence.subject === subject),
    ) as unknown as readonly OccurrenceOf<Kind>[];
  }

  /** The only occurrence of a kind and subject; none or several is a mistake of the test. */
  the<Kind extends OccurrenceKind>(kind: Kind, subject?: string): OccurrenceOf<Kind> {
    const [found, another] = this.all(kind, subject);
    if (!found || another)
      throw new Error(`not exactly one ${kind} ${subject ?? ''}\n${this.text}`);
    return found;
  }

  /** Milliseconds from the start to the only occurrence of a kind and subject. */
  when(kind: OccurrenceKind, subject?: string): number {
    return this.the(kind, subject).at - START;
  }

  /** Milliseconds from the start to every occurrence of a kind and subject. */
  times(kind: OccurrenceKind, subject?: string): number[] {
    return this.all(kind, subject).map(({ at }) => at - START);
  }

  /** Every kind that happened, with how often. */
  get kinds(): ReadonlySet<OccurrenceKind> {
    return new Set(this.occurrences.map(({ kind }) => kind));
  }

  /** `kind subject` of everything of these kinds, in order. */
  order(...kinds: readonly OccurrenceKind[]): string[] {
    return this.occurrences
      .filter(({ kind }) => kinds.includes(kind))
      .map(({ kind, subject }) => `${kind} ${subject}`);
  }

  /** The reasons of refusals, in order. */
  get refusals(): string[] {
    return this.execution.refusals.map(({ reason }) => reason.code);
  }

  /** The world at an instant since the start; when it is steady unless told. */
  world(when?: When): World {
    return worldAt(this.execution, this.instant(when));
  }

  /** The node that has the mailbox server, and whether clients are answered. */
  outcome(when?: When): string {
    const world = this.world(when);
    return `${world.service.value} on ${world.groups['EXMBX']?.owner.value ?? '?'}`;
  }

  /** Mail counted at an instant; a minute and a half after it is steady unless told. */
  mail(when?: When): MailCount {
    const at = when === undefined ? this.instant() + 90_000 : this.instant(when);
    return countMail(this.plan, worldAt(this.execution, at), at);
  }

  /** The run as readable lines: seconds since the start, what happened to what, why. */
  get text(): string {
    return this.occurrences.map(lineOf).join('\n');
  }

  private instant(when?: When): number {
    if (when === undefined) return Math.max(this.execution.steadyAt, START);
    return START + parseDuration(when);
  }
}

/** One occurrence as a line of a golden file. */
export function lineOf({ id, at, kind, subject, because, rule, values }: Occurrence): string {
  const seconds = ((at - START) / 1_000).toFixed(3).padStart(9);
  const told = Object.entries(values)
    .filter(([, value]) => value !== subject && value !== null)
    .map(([name, value]) => `${name}=${String(value)}`);
  const why = because.length > 0 ? ` because ${because.join(', ')}` : '';
  const by = rule === null ? '' : ` (${rule})`;
  const line = `${String(id).padStart(3)} ${seconds}  ${kind} ${subject}`;
  return `${[line, ...told].join(' ')}${by}${why}`;
}

/** A script of what is done to a cluster, in the words of the command line. */
export class Script {
  readonly plan: Plan;
  readonly actions: readonly TimedAction[];
  constructor(plan: Plan, actions: readonly TimedAction[] = []) {
    this.plan = plan;
    this.actions = actions;
  }

  /** Does something at an instant since the start, such as `.at('1s', 'power-off NODE1')`. */
  at(when: When, action: string): Script {
    return this.do(`${when} ${action}`);
  }

  /** Does several things, each told as on the command line: `1s power-off NODE1`. */
  do(...lines: readonly string[]): Script {
    const added = lines.map((line): TimedAction => {
      const { after, action } = parseTimedAction(this.plan, line);
      return { at: START + after, action };
    });
    return new Script(this.plan, [...this.actions, ...added]);
  }

  /** Carries it out, until it is steady or until an instant since the start. */
  run(until?: When): Ran {
    const run = { plan: this.plan, actions: this.actions };
    return new Ran(execute(run, until === undefined ? undefined : START + parseDuration(until)));
  }
}

/** The ordinary two-node cluster, or one that differs from it. */
export function cluster(difference: Difference = {}): Script {
  return new Script(planFor(difference));
}
