import type { Milliseconds } from '../kernel/instant.ts';
import { PROPERTIES } from '../properties/names.ts';
import type { PropertyName, PropertyRange } from '../properties/names.ts';
import type { Part, PartKind } from '../scenario/parts.ts';
import type { Plan } from '../scenario/plan.ts';
import { besideHours, DurationError, formatDuration, parseDuration } from './duration.ts';
import { ActionError } from './error.ts';
import { VERBS } from './types.ts';
import type { Action, Verb } from './types.ts';

/** All that has to be known of a scenario to read what is done to it. */
type Named = Pick<Plan, 'parts'>;

/**
 * What is said to somebody who misspelt a name, with the valid ones. Whoever has room for it finds
 * the nearest; the reader's browser only lists them.
 */
export type Hint = (given: string, names: readonly string[]) => string;

const listed: Hint = (_given, names) => `choose one of ${names.join(', ')}`;

/** Every verb, those with an argument of their own form last. */
export const VERB_NAMES: readonly Verb[] = [...(Object.keys(VERBS) as Verb[]), 'move', 'set'];

const PROPERTY_NAMES = Object.keys(PROPERTIES) as readonly PropertyName[];

/** Words that properties take for the numbers of the Failover Cluster API. */
const WORDS = { failback: ['prevent', 'allow'], restart: ['leave', 'restart', 'fail-over'] };

/** How a verb is written with what it takes: `power-off NODE`, `move GROUP [NODE]`. */
export function formOf(verb: Verb): string {
  if (verb === 'move') return 'move GROUP [NODE]';
  if (verb === 'set') return 'set PROPERTY VALUE';
  return `${verb} ${VERBS[verb].join('|').toUpperCase()}`;
}

function named<Name extends string>(names: readonly Name[], text: string): Name | undefined {
  return names.find((name) => name.toLowerCase() === text.toLowerCase());
}

const one = (kind: PartKind): string => (kind === 'array' ? 'the array' : `a ${kind}`);

/** Reads one action; what it needs for that stays the same from word to word. */
class Reader {
  readonly #parts: readonly Part[];
  readonly #verb: Verb;
  readonly #hint: Hint;

  constructor({ parts }: Named, verb: Verb, hint: Hint) {
    this.#parts = Object.values(parts);
    this.#verb = verb;
    this.#hint = hint;
  }

  part(text: string, kinds: readonly PartKind[]): string {
    const ids = this.#parts.filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
    const id = named(ids, text);
    if (id !== undefined) return id;
    const other = this.#parts.find((part) => part.id.toLowerCase() === text.toLowerCase());
    const wrong = other
      ? `"${other.id}" is ${one(other.kind)}, and \`${this.#verb}\` takes ${kinds.map(one).join(', ')}`
      : `nothing that \`${this.#verb}\` takes is called "${text}"`;
    throw new ActionError(`${wrong}; ${this.#hint(text, ids)}`);
  }

  setting(name: string, text: string): Action {
    const dot = name.lastIndexOf('.');
    const property = named(PROPERTY_NAMES, name.slice(dot + 1));
    if (!property) {
      const given = name.slice(dot + 1);
      throw new ActionError(
        `there is no property "${given}"; ${this.#hint(given, PROPERTY_NAMES)}`,
      );
    }
    const { of } = PROPERTIES[property];
    const isWhole = of === 'cluster';
    if (isWhole !== dot < 0) {
      const form = isWhole ? property : `${of.toUpperCase()}.${property}`;
      throw new ActionError(
        `${property} belongs to ${isWhole ? 'the cluster' : one(of)}; write it as ${form}`,
      );
    }
    const part = isWhole ? null : this.part(name.slice(0, dot), [of]);
    return { verb: 'set', part, property, value: this.#value(property, text) };
  }

  #value(property: PropertyName, text: string): number | string {
    const { takes, from, to, inHours }: PropertyRange = PROPERTIES[property];
    if (takes === 'nodes') return from === 0 && /^none$/i.test(text) ? 'none' : this.#nodes(text);
    if (takes === 'failback' || takes === 'restart') {
      const word = named(WORDS[takes], text);
      if (word !== undefined) return word;
      throw new ActionError(`${property} cannot be "${text}"; ${this.#hint(text, WORDS[takes])}`);
    }
    const isDuration = takes === 'ms';
    if (!isDuration && !/^-?\d{1,10}$/.test(text)) {
      throw new ActionError(`"${text}" where ${property} takes a whole number`);
    }
    const value = isDuration ? durationIn(text) : Number(text);
    const [least, most] = [from, to].map(isDuration ? formatDuration : String);
    const isWithin = value >= from && value <= to;
    const remedy = isWithin ? inHours && besideHours(value) : `it goes from ${least} to ${most}`;
    if (!remedy) return value;
    throw new ActionError(`${property} cannot be ${text}; ${remedy}`);
  }

  #nodes(text: string): string {
    const ids = text.split(',').map((id) => this.part(id, ['node']));
    if (new Set(ids).size === ids.length) return ids.join();
    throw new ActionError(`"${text}" names a node twice`);
  }
}

function durationIn(text: string): Milliseconds {
  try {
    return parseDuration(text);
  } catch (error) {
    if (error instanceof DurationError) throw new ActionError(error.message);
    throw error;
  }
}

/**
 * Reads an action such as `power-off NODE1`, `move EXMBX NODE2` or `set EXMBX.FailoverThreshold 3`
 * for a scenario. Ids and properties are matched without regard to case and returned as declared;
 * durations are returned in milliseconds. Throws ActionError, with what `hint` says of a name that
 * is not known.
 */
export function parseAction(plan: Named, text: string, hint: Hint = listed): Action {
  const [verbText = '', ...words] = text.trim().split(/\s+/);
  const verb = VERB_NAMES.find((name) => name === verbText);
  if (!verb) throw new ActionError(`"${verbText}" is not an action; ${hint(verbText, VERB_NAMES)}`);
  const [first, second] = words;
  const most = verb === 'move' || verb === 'set' ? 2 : 1;
  const isShort = first === undefined || (verb === 'set' && second === undefined);
  if (isShort || words.length > most) {
    throw new ActionError(`"${text}" does not follow the form \`${formOf(verb)}\``);
  }
  const reader = new Reader(plan, verb, hint);
  if (verb === 'set') return reader.setting(first, second ?? '');
  if (verb !== 'move') return { verb, part: reader.part(first, VERBS[verb]) };
  const part = reader.part(first, ['group']);
  return { verb, part, to: second === undefined ? null : reader.part(second, ['node']) };
}

/** Reads `DURATION ACTION`, such as `0s power-off NODE1`. Throws ActionError. */
export function parseTimedAction(
  plan: Named,
  text: string,
  hint?: Hint,
): { readonly after: Milliseconds; readonly action: Action } {
  const match = /^\s*(\S+)\s+(.+)$/.exec(text);
  if (!match)
    throw new ActionError(`"${text}" is not \`DURATION ACTION\`, such as "0s power-off NODE1"`);
  const [, after = '', action = ''] = match;
  return { after: durationIn(after), action: parseAction(plan, action, hint) };
}

/** Writes an action as it is read. */
export function formatAction(action: Action): string {
  if (action.verb === 'set') {
    const { part, property, value } = action;
    const isDuration = typeof value === 'number' && PROPERTIES[property].takes === 'ms';
    const owner = part === null ? '' : `${part}.`;
    return `set ${owner}${property} ${isDuration ? formatDuration(value) : value}`;
  }
  const target = action.verb === 'move' && action.to !== null ? ` ${action.to}` : '';
  return `${action.verb} ${action.part}${target}`;
}
