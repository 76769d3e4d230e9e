/**
 * The sentences of a live run. A file of its own, to be loaded when the simulation comes to life and
 * holding no more of `#story/words` than that needs.
 */
export { refusalText, sentenceFor, weightOf } from '#story/words';
