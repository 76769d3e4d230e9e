export { PROPERTIES } from './names.ts';
export * from './read.ts';
