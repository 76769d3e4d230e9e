/**
 * What authors write, read and checked: scenario files with positions, and articles against them.
 * Reads files, so it runs in Node only: when the site is built and on the command line.
 */
export { brokenInvariants, actionsOf, checkExpectations, runTry } from './expectations.ts';
export type { ExpectationResult } from './expectations.ts';
export { ContentError, formatProblem, ScenarioFileError, UnknownNameError } from './problems.ts';
export type { Problem } from './problems.ts';
export { loadScenario, loadScenarioFile, loadScenarios } from './scenarios/load.ts';
export type { LoadOptions } from './scenarios/load.ts';
export { parseScenarioFile } from './scenarios/parse.ts';
export { articlePlan } from './articles/plan.ts';
export type { ArticlePlan, PlannedSimulation } from './articles/plan.ts';
export { findTerm, termObjection } from './glossary/find.ts';
export { readGlossary } from './glossary/load.ts';
export type { GlossaryTerm } from './glossary/types.ts';
export { COMPONENTS } from './articles/components.ts';
export type { ComponentRule } from './articles/components.ts';
export { ARTICLE_KEYS } from './articles/front-matter.ts';
export { TERM_KEYS } from './glossary/load.ts';
export { ACTIONS } from './reference/actions.ts';
export { PROPERTY_MEANINGS } from './reference/properties.ts';
export { overridesOf } from './reference/overrides.ts';
export type { Override } from './reference/overrides.ts';
export { READING_MEANINGS } from './reference/readings.ts';
export { SCENARIO_KEYS } from './reference/scenario-keys.ts';
export { firstTopics } from './topics.ts';
export { checkContent } from './check.ts';
export { authoring } from './integration.ts';
