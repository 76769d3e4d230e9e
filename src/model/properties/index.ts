export { ALL_OTHERS, NEVER, PROPERTIES } from './names.ts';
export * from './read.ts';
