/**
 * What is said of a run in sentences, whatever is made of them, and the reading of actions: apart from the rest, because a
 * reader's browser needs it only when something happens. Scripts in the browser take the sentences as
 * an argument and load them with `components/simulation/words.ts`; everybody else enters here.
 */
export { parseAction, parseTimedAction } from '#model';
export { eventsFor } from './events.ts';
export { refusalText } from './refusals.ts';
export { sentenceFor, weightOf } from './sentences/index.ts';
export { storyboardOf, transcriptOf } from './storyboard.ts';
export type { StoryboardFrame, TranscriptLine } from './storyboard.ts';
