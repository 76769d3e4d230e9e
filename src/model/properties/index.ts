export { PROPERTIES } from './names.ts';
export type { PropertyName, PropertyRange } from './names.ts';
export * from './read.ts';
