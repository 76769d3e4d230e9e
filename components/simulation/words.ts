/**
 * The words of a live run, and what is drawn only once something was done. A file of its own, to be
 * loaded when the simulation comes to life and holding no more of `#story/words` than that needs.
 */
export { parseAction, parseTimedAction, refusalText, sentenceFor, weightOf } from '#story/words';
export { Attempts } from './Attempts.tsx';
export { LogEntry } from './LogEntry.tsx';
