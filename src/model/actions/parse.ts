import { closest } from 'fastest-levenshtein';
import type { Milliseconds } from '../kernel/instant.ts';
import type { Part, Plan } from '../scenario/plan.ts';
import { DurationError, parseDuration } from './duration.ts';
import { VERBS } from './types.ts';
import type { Action, Verb } from './types.ts';

/** An action's text did not follow the grammar or names something that is not there. */
export class ActionError extends Error {
  override readonly name = 'ActionError';
}

/** All that has to be known of a scenario to read what is done to it. */
type Named = Pick<Plan, 'parts'>;

const VERB_NAMES = Object.keys(VERBS) as readonly Verb[];

function findPart(plan: Named, text: string, kinds: readonly Part['kind'][], verb: string): Part {
  const candidates = Object.values(plan.parts).filter(({ kind }) => kinds.includes(kind));
  const found = candidates.find(({ id }) => id.toLowerCase() === text.toLowerCase());
  if (found) return found;
  const names = candidates.map(({ id }) => id);
  const other = Object.values(plan.parts).find(({ id }) => id.toLowerCase() === text.toLowerCase());
  const wrong = other
    ? `"${other.id}" is a ${other.kind}, and \`${verb}\` takes a ${kinds.join(', ')}`
    : `nothing that \`${verb}\` takes is called "${text}"`;
  throw new ActionError(`${wrong}; did you mean "${closest(text, names)}"? (${names.join(', ')})`);
}

/**
 * Reads an action such as `power-off NODE1` or `move EXMBX NODE2` for a scenario. Ids are matched
 * without regard to case and returned as declared. Throws ActionError with the nearest valid name.
 */
export function parseAction(plan: Named, text: string): Action {
  const [verbText = '', ...parts] = text.trim().split(/\s+/);
  const verb = VERB_NAMES.find((name) => name === verbText);
  if (!verb) {
    throw new ActionError(
      `"${verbText}" is not an action; did you mean "${closest(verbText, [...VERB_NAMES])}"? (${VERB_NAMES.join(', ')})`,
    );
  }
  const [partText, target, extra] = parts;
  const allowed = verb === 'move' ? 2 : 1;
  if (partText === undefined || (allowed === 1 ? target : extra) !== undefined) {
    const form =
      verb === 'move' ? 'move GROUP [NODE]' : `${verb} ${VERBS[verb].join('|').toUpperCase()}`;
    throw new ActionError(`"${text}" does not follow the form \`${form}\``);
  }
  const part = findPart(plan, partText, VERBS[verb], verb).id;
  if (verb !== 'move') return { verb, part };
  return {
    verb,
    part,
    to: target === undefined ? null : findPart(plan, target, ['node'], verb).id,
  };
}

/** Reads `DURATION ACTION`, such as `0s power-off NODE1`. Throws ActionError. */
export function parseTimedAction(
  plan: Named,
  text: string,
): { readonly after: Milliseconds; readonly action: Action } {
  const match = /^\s*(\S+)\s+(.+)$/.exec(text);
  if (!match)
    throw new ActionError(`"${text}" is not \`DURATION ACTION\`, such as "0s power-off NODE1"`);
  const [, after = '', action = ''] = match;
  try {
    return { after: parseDuration(after), action: parseAction(plan, action) };
  } catch (error) {
    if (error instanceof DurationError) throw new ActionError(error.message);
    throw error;
  }
}

/** Writes an action as it is read. */
export function formatAction(action: Action): string {
  const target = action.verb === 'move' && action.to !== null ? ` ${action.to}` : '';
  return `${action.verb} ${action.part}${target}`;
}
