/** The live runs of a page: what they show and how a reader drives them. Nothing here touches the page. */
export { SPEEDS, createPlayback } from './playback.ts';
export type { Frames, Playback, Speed } from './playback.ts';
export { reuse } from './reuse.ts';
export { createSimulation } from './simulation.ts';
export type { View } from './live-run.ts';
export type { Simulation } from './simulation.ts';
export { pictureAt, tellingOf } from './telling.ts';
export type { Telling } from './telling.ts';
