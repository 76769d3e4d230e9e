/**
 * One run, told: its sentences, phases, readings and pictures. Everything that people read or hear
 * of a run comes from here, so the log, the screen reader, the print-out and the tests say the same.
 */
export { chainOf } from './chain.ts';
export { activityOf, chronicleOf, valueAt } from './chronicle.ts';
export type { Chronicle, NodeActivity, Stretch } from './chronicle.ts';
export { sayClock, sayCount, sayDuration, sayList } from './format.ts';
export { frameOf } from './frame/index.ts';
export type * from './frame/types.ts';
export { ownerOf, phaseOf, serviceOf } from './measured.ts';
export type { PhaseKey, Service } from './measured.ts';
export { nameOf, networkName } from './names.ts';
export { durationOf, outagesIn, outcomeOf } from './outcome.ts';
export type { Outcome } from './outcome.ts';
export { READINGS, phaseAt, readingText } from './readings.ts';
export type { Readable, ReadingName } from './readings.ts';
export { refusalText } from './refusals.ts';
export { storyboardOf, transcriptOf } from './storyboard.ts';
export type { StoryboardFrame, TranscriptLine } from './storyboard.ts';
export { sentenceFor, weightOf } from './sentences/index.ts';
export type { Sentence, Weight } from './sentences/types.ts';
