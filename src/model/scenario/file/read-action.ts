import type { Milliseconds } from '../../kernel/instant.ts';
import { parseAction, parseTimedAction } from '../../actions/parse.ts';
import type { Hint } from '../../actions/parse.ts';
import { VERBS } from '../../actions/types.ts';
import type { Action } from '../../actions/types.ts';
import type { Part, PartKind } from '../parts.ts';
import type { Plan } from '../plan.ts';
import { parameterOf } from './documented-names.ts';
import { actionHint } from './words.ts';

type PlainVerb = keyof typeof VERBS;

/** What breaks, stops or hinders something, and what puts it right: who means one rarely means the other. */
const FAMILIES: readonly (readonly PlainVerb[])[] = [
  [
    'power-off',
    'shut-down',
    'restart',
    'cut',
    'fail',
    'hang',
    'crash',
    'hang-service',
    'stop-service',
    'stop-cluster-service',
    'take-offline',
    'pause-node',
  ],
  [
    'power-on',
    'wake',
    'mend',
    'repair',
    'start-service',
    'start-cluster-service',
    'bring-online',
    'resume-node',
    'restore-backup',
  ],
];

const wordsOf = (verb: string): readonly string[] => verb.split('-');

/** What can be done to a part of a kind instead of a verb that it does not take; shared words first. */
function insteadOf(verb: string, kind: PartKind): readonly PlainVerb[] {
  const family = FAMILIES.find((verbs) => verbs.some((one) => one === verb)) ?? [];
  const shared = (other: PlainVerb): number =>
    wordsOf(other).filter((word) => wordsOf(verb).includes(word)).length;
  return family
    .filter((one) => (VERBS[one] as readonly PartKind[]).includes(kind))
    .toSorted((one, other) => shared(other) - shared(one));
}

/** The verb of a text, with or without the time before it. */
function verbIn(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.find((word) => !/^\d/.test(word)) ?? '';
}

/** What the numbers of the Failover Cluster API are called here, in their order. */
const NUMBERED = ['leave', 'prevent'];

/**
 * What is said to whoever wrote something that is not known: for a part of another kind what can be
 * done to that part, for a number of the API its word, for a property that is a parameter here the
 * parameter, else the nearest name.
 */
function hintFor(parts: Readonly<Record<string, Part>>, text: string): Hint {
  return (given, names) => {
    const part = Object.values(parts).find(({ id }) => id.toLowerCase() === given.toLowerCase());
    const verbs = part ? insteadOf(verbIn(text), part.kind) : [];
    if (part && verbs.length > 0) return `for ${part.id} there is ${verbs.join(', ')}`;
    const word = NUMBERED.includes(names[0] ?? '') ? names[Number(given)] : undefined;
    if (word !== undefined) return `write "${word}", for which the API has ${given}`;
    const parameter = names.includes('SameSubnetDelay') ? parameterOf(given) : undefined;
    if (parameter !== undefined)
      return `it is a parameter here: --set ${parameter}=VALUE, or "parameters" in a file`;
    return actionHint(given, names);
  };
}

/** Reads an action that somebody wrote, and says of what is wrong in it what would be right. */
export function readAction(plan: Pick<Plan, 'parts'>, text: string): Action {
  return parseAction(plan, text, hintFor(plan.parts, text));
}

/** The same with the time before it: `0s power-off NODE1`. */
export function readTimedAction(
  plan: Pick<Plan, 'parts'>,
  text: string,
): { readonly after: Milliseconds; readonly action: Action } {
  return parseTimedAction(plan, text, hintFor(plan.parts, text));
}
