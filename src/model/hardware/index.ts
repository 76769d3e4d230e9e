export { initialHardware } from './initial.ts';
export { endBoot, powerOff, powerOn } from './power.ts';
export { canAccess, hasFeed, hasNetwork } from './reach.ts';
export { rewired, sameHardware } from './known.ts';
