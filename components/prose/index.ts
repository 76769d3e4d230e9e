/** What authors can use in articles, by name and without importing it. */
export { default as Do } from './Do.astro';
export { default as Parameter } from './Parameter.astro';
export { default as Reading } from './Reading.astro';
export { default as Simulation } from './Simulation.astro';
export { default as Term } from './Term.astro';
