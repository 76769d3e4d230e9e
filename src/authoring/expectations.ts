import {
  endOf,
  formatDuration,
  INVARIANTS,
  parseTimedAction,
  visitInstants,
  worldAt,
} from '#model';
import type { Execution, Expectation, Instant, Plan, TimedAction, Try } from '#model';
import { execute } from '#model/whole';
import { believersIn, outcomeOf, ownerOf, serviceOf } from '#story';

/** Whether something that was expected of a run came true. */
export interface ExpectationResult {
  readonly holds: boolean;
  /** What was expected, as in the file. */
  readonly expected: string;
  /** What the run came to instead, or as well. */
  readonly found: string;
}

/** What a try does, in instants of the scenario. */
export function actionsOf(plan: Plan, attempt: Pick<Try, 'do'>): TimedAction[] {
  const { start } = plan.scenario;
  return attempt.do.map((text) => {
    const { after, action } = parseTimedAction(plan, text);
    return { at: start + after, action };
  });
}

/** Carries out a try of a scenario. */
export function runTry(plan: Plan, attempt: Try): Execution {
  return execute({ plan, actions: actionsOf(plan, attempt) });
}

/** What the invariants of the model say was broken, each instant of the run looked at; empty when all is well. */
export function brokenInvariants(execution: Execution): { at: Instant; what: string }[] {
  const { plan } = execution.run;
  const broken: { at: Instant; what: string }[] = [];
  visitInstants(execution, (at, world) => {
    for (const invariant of INVARIANTS) {
      const what = invariant.broken(plan, world);
      if (what !== null) broken.push({ at, what });
    }
  });
  return broken;
}

/** When two nodes first believed to own the subject's group, if they ever did. */
function twoOwners(execution: Execution, until: Instant): Instant | undefined {
  return believersIn(execution, until).find(({ value }) => value.includes(' '))?.from;
}

/** A run that is being measured: from when instants count, and where it ends. */
interface Measured {
  readonly execution: Execution;
  readonly from: Instant;
  readonly until: Instant;
}

type Measure = (expected: Expectation, run: Measured) => ExpectationResult[];

const atInstant: Measure = ({ at, service, owner }, { execution, from }) => {
  if (at === undefined) return [];
  const { plan } = execution.run;
  const world = worldAt(execution, from + at);
  const when = `${formatDuration(at)} after the first action`;
  const compare = (what: string, expected: string | undefined, found: string) =>
    expected === undefined
      ? []
      : [{ holds: expected === found, expected: `${what} ${expected} ${when}`, found }];
  return [
    ...compare('service', service, serviceOf(plan, world)),
    ...compare('owner', owner, ownerOf(plan, world)),
  ];
};

const outage: Measure = ({ outage: expected }, { execution, until }) => {
  if (!expected) return [];
  const { downtimeMs } = outcomeOf(execution, until);
  const found = formatDuration(downtimeMs);
  const bound = (limit: number | undefined, words: string, holds: (limit: number) => boolean) =>
    limit === undefined
      ? []
      : [{ holds: holds(limit), expected: `outage ${words} ${formatDuration(limit)}`, found }];
  return [
    ...bound(expected.atLeast, 'at least', (limit) => downtimeMs >= limit),
    ...bound(expected.atMost, 'at most', (limit) => downtimeMs <= limit),
  ];
};

const messages: Measure = ({ messagesLost }, { execution, until }) => {
  if (messagesLost === undefined) return [];
  const found = outcomeOf(execution, until).messagesLost;
  const expected = `${messagesLost} messages lost`;
  return [{ holds: found === messagesLost, expected, found: String(found) }];
};

const never: Measure = ({ never: what }, { execution, from, until }) => {
  if (what === undefined) return [];
  const first = twoOwners(execution, until);
  const found =
    first === undefined
      ? 'never'
      : `two owners ${formatDuration(Math.max(0, first - from))} after the first action`;
  return [{ holds: first === undefined, expected: 'never two owners', found }];
};

/**
 * Holds a run against what its try expects. Outages and messages are counted to the end of the run
 * or to the last instant that is asked about, whichever is later.
 */
export function checkExpectations(execution: Execution, attempt: Try): ExpectationResult[] {
  const from = execution.run.actions[0]?.at ?? execution.run.plan.scenario.start;
  const asked = attempt.expect.map(({ at }) => from + (at ?? 0));
  const run = { execution, from, until: Math.max(endOf(execution), ...asked) };
  return attempt.expect.flatMap((expected) =>
    [atInstant, outage, messages, never].flatMap((measure) => measure(expected, run)),
  );
}
