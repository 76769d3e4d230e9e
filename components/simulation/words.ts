/**
 * The words of a live run and the lines of its log. A file of its own, to be loaded when the
 * simulation comes to life and holding no more of `#story/words` than that needs.
 */
export { parseAction, parseTimedAction, refusalText, sentenceFor, weightOf } from '#story/words';
export { LogEntry } from './LogEntry.tsx';
