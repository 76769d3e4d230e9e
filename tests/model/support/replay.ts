import type { Execution, Occurrence, TimedAction } from '#model';
import { execute } from '#model/whole';

/** The action behind each occurrence that an action made at once. */
function actionsBehind(execution: Execution): ReadonlyMap<number, TimedAction> {
  const effects = execution.occurrences.filter(({ rule }) => rule === null);
  const done = withoutRefused(execution);
  if (done.length !== effects.length) {
    throw new Error(`${effects.length} effects of ${done.length} actions`);
  }
  return new Map(effects.map(({ id }, index) => [id, done[index] as TimedAction]));
}

/** The actions that were carried out, in order. Refusals keep the order of the actions. */
function withoutRefused({ run, refusals }: Execution): readonly TimedAction[] {
  const left = [...refusals];
  return run.actions
    .toSorted((one, other) => one.at - other.at)
    .filter(({ at, action }) => {
      if (left[0]?.at !== at || left[0].action !== action) return true;
      left.shift();
      return false;
    });
}

/** Ids of an occurrence's chain of causes, itself included. */
function chainOf(occurrences: readonly Occurrence[], id: number): ReadonlySet<number> {
  const chain = new Set([id]);
  for (let index = id; index >= 0; index -= 1) {
    if (!chain.has(index)) continue;
    for (const cause of occurrences[index]?.because ?? []) chain.add(cause);
  }
  return chain;
}

/** The run of nothing but the actions in an occurrence's chain of causes, up to its instant. */
export function replayOfCauses(execution: Execution, occurrence: Occurrence): Execution {
  const chain = chainOf(execution.occurrences, occurrence.id);
  const actions = [...actionsBehind(execution)]
    .filter(([id]) => chain.has(id))
    .map(([, action]) => action);
  return execute({ plan: execution.run.plan, actions }, occurrence.at);
}

/** Whether a replay has the same thing happening to the same part at the same instant. */
export function reproduces(replay: Execution, { kind, subject, at }: Occurrence): boolean {
  return replay.occurrences.some(
    (other) => other.kind === kind && other.subject === subject && other.at === at,
  );
}
