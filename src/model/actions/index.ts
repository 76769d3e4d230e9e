export { DurationError, formatDuration, parseDuration } from './duration.ts';
export { ActionError } from './error.ts';
export { formatAction, formOf, parseAction, parseTimedAction, VERB_NAMES } from './parse.ts';
export { perform } from './perform.ts';
export { VERBS } from './types.ts';
export type { Action, Refusal, RefusalReason, TimedAction, Verb } from './types.ts';
