import * as v from 'valibot';
import {
  besideHours,
  DurationError,
  formatDuration,
  parseDuration,
} from '../../actions/duration.ts';
import type { Milliseconds } from '../../kernel/instant.ts';
import { PROPERTIES } from '../../properties/names.ts';
import type { PropertyName, PropertyRange } from '../../properties/names.ts';
import type { GroupDefinition } from '../types.ts';
import { didYouMean, show } from './words.ts';

type Failback = GroupDefinition['failback'];

/** Text of at least one character. */
export const text = v.pipe(
  v.string(({ input }) =>
    typeof input === 'number' || typeof input === 'boolean'
      ? `${input} is not text; put it in quotes`
      : `${show(input)} where text is wanted`,
  ),
  v.trim(),
  v.nonEmpty('there is nothing between the quotes; write a few words'),
);

/** What a part, a try or a scenario is called in actions and links. */
export const id = v.pipe(
  text,
  v.regex(
    /^[A-Za-z0-9][A-Za-z0-9.-]*$/,
    ({ input }) =>
      `"${input}" is not an id; use letters, digits, dots and hyphens, and begin with a letter or digit`,
  ),
);

/** A duration such as `60.2s`; a bare number is refused. */
export const duration = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, Milliseconds>(({ dataset, addIssue, NEVER }) => {
    const { value } = dataset;
    if (typeof value !== 'string' && typeof value !== 'number') {
      addIssue({ message: `${show(value)} where a duration is wanted, such as 500ms, 1.2s or 5m` });
      return NEVER;
    }
    try {
      return parseDuration(String(value));
    } catch (error) {
      if (!(error instanceof DurationError)) throw error;
      addIssue({ message: error.message });
      return NEVER;
    }
  }),
);

/** A duration within limits, both included. */
export function durationWithin(
  least: Milliseconds,
  most: Milliseconds,
): v.GenericSchema<unknown, Milliseconds> {
  const limits = `it goes from ${formatDuration(least)} to ${formatDuration(most)}`;
  return v.pipe(
    duration,
    v.check(
      (milliseconds) => milliseconds >= least && milliseconds <= most,
      ({ input }) => `${formatDuration(input)} is out of range; ${limits}`,
    ),
  );
}

/** A whole number within limits, both included. */
export function whole(least: number, most: number): v.GenericSchema<number> {
  const message = ({ input }: { readonly input: unknown }): string =>
    `${show(input)} is not a whole number from ${least} to ${most}`;
  return v.pipe(
    v.number(message),
    v.integer(message),
    v.minValue(least, message),
    v.maxValue(most, message),
  );
}

/** What a file may say of a policy, in the range of the cluster's property of this name. */
export function policy(
  name: PropertyName,
): v.OptionalSchema<v.GenericSchema<unknown, number>, undefined> {
  const { takes, from, to, inHours }: PropertyRange = PROPERTIES[name];
  if (takes !== 'ms') return v.optional(whole(from, to));
  const within = durationWithin(from, to);
  if (!inHours) return v.optional(within);
  const inWholeHours = v.check<Milliseconds, v.ErrorMessage<v.CheckIssue<Milliseconds>>>(
    (period) => besideHours(period) === null,
    ({ input }) => `${name} cannot be ${formatDuration(input)}; ${besideHours(input)}`,
  );
  return v.optional(v.pipe(within, inWholeHours));
}

const HOURS = /^(\d|1\d|2[0-3])-(\d|1\d|2[0-3])$/;

/** Whether and when a group goes back to a better owner; hours of the day as in `22-5`. */
export const failback = v.pipe(
  v.unknown(),
  v.rawTransform<unknown, Failback>(({ dataset, addIssue, NEVER }) => {
    const { value } = dataset;
    if (value === 'prevent' || value === 'immediate') return value;
    const [, from, to] = HOURS.exec(String(value)) ?? [];
    if (from !== undefined && from !== to) return { from: Number(from), to: Number(to) };
    addIssue({
      message: `${show(value)} where prevent, immediate or two different hours of the day are wanted, such as "22-5"`,
    });
    return NEVER;
  }),
);

/** True or false. */
export const yesOrNo = v.boolean(({ input }) => `${show(input)} is not true or false`);

/** One of a few words. */
export function oneOf<const Word extends string>(words: readonly Word[]): v.GenericSchema<Word> {
  return v.picklist(words, ({ input }) => {
    const given = typeof input === 'string' ? input : '';
    return `${show(input)} is not known here; ${didYouMean(given, words)}`;
  });
}

/** The letter of a disk, or the folder of another in which it is mounted. */
export const letter = v.pipe(
  text,
  v.regex(/^[A-Z]:(\\[^\\/:*?"<>|]+)*$/, ({ input }) =>
    /[\\/]/.test(input)
      ? `"${input}" is not a folder of a drive; write it as 'R:\\SG1'`
      : `"${input}" is not a drive letter; write it as "Q:"`,
  ),
);

/** A list with at least one item. */
export function listOf<Item extends v.GenericSchema>(
  what: string,
  item: Item,
): v.GenericSchema<v.InferInput<Item>[], v.InferOutput<Item>[]> {
  return v.pipe(
    v.array(item, ({ input }) => `${show(input)} where a list of ${what} is wanted`),
    v.minLength(1, `the list of ${what} is empty; give at least one or leave the key out`),
  );
}

/** A mapping with these keys and no others. `what` names it with its article. */
export function closed<const Entries extends v.ObjectEntries>(
  what: string,
  entries: Entries,
): v.GenericSchema<unknown, v.InferOutput<v.StrictObjectSchema<Entries, undefined>>> {
  const keys = Object.keys(entries);
  const isMapping = (input: unknown): input is object =>
    typeof input === 'object' && input !== null && !Array.isArray(input);
  return v.pipe(
    v.custom<object>(
      isMapping,
      ({ input }) => `${show(input)} where ${what} is wanted, with the keys ${keys.join(', ')}`,
    ),
    v.strictObject(entries, ({ expected, input }) =>
      expected === 'never'
        ? `${what} has no key ${show(input)}; ${didYouMean(String(input), keys, keys.length)}`
        : `${what} needs the key ${expected}`,
    ),
  );
}
