/**
 * What authors write, read and checked: scenario files with positions, and articles against them.
 * Reads files, so it runs in Node only: when the site is built and on the command line.
 */
export { brokenInvariants, actionsOf, checkExpectations, runTry } from './expectations.ts';
export type { ExpectationResult } from './expectations.ts';
export { ContentError, formatProblem, ScenarioFileError, UnknownNameError } from './problems.ts';
export type { Problem } from './problems.ts';
export { loadScenario, loadScenarioFile, loadScenarios } from './scenarios/load.ts';
export { parseScenarioFile } from './scenarios/parse.ts';
export { checkArticles } from './articles/check.ts';
export { articlePlan } from './articles/plan.ts';
export type { ArticlePlan, PlannedSimulation } from './articles/plan.ts';
export { authoring, checkContent } from './integration.ts';
