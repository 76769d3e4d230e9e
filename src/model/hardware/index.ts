export { initialHardware } from './initial.ts';
export { endBoot, powerOff, powerOn } from './power.ts';
export { canAccess, hasFeed, hasNetwork, rewired } from './reach.ts';
