/**
 * One run, told: its phases, readings and pictures. Everything that people read or hear of a run comes
 * from here, so the log, the screen reader, the print-out and the tests say the same. Its sentences
 * have a door of their own, `#story/words`.
 */
export { believersIn } from './believers.ts';
export { chainOf } from './chain.ts';
export { activityOf, chronicleOf, valueAt } from './chronicle.ts';
export type { Chronicle, NodeActivity, Stretch } from './chronicle.ts';
export { STATE_CODES } from './codes.ts';
export { sayClock, sayCount, sayDuration, sayList } from './format.ts';
export { frameOf } from './frame/index.ts';
export type * from './frame/types.ts';
export { commandFor, linkFor } from './link.ts';
export { believedOwners, hostingPart, ownerOf, serviceOf } from './measured.ts';
export type { Service } from './measured.ts';
export { nameOf, networkName } from './names.ts';
export { durationOf, outagesIn, outcomeOf } from './outcome.ts';
export type { Outcome } from './outcome.ts';
export { phaseOf } from './phases.ts';
export type { PhaseKey } from './phases.ts';
export { READINGS, phaseAt, readingText } from './readings.ts';
export type { Readable, ReadingName } from './readings.ts';
export type { Sentence, Weight, Words } from './sentences/types.ts';
