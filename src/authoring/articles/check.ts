import { ActionError } from '#model';
import type { Plan } from '#model';
import { isParameterName, PARAMETER_NAMES } from '#model/register';
import { readAction } from '#model/schema';
import { READINGS } from '#story';
import type { SourceFile } from '../content.ts';
import { findTerm, termObjection } from '../glossary/find.ts';
import type { GlossaryTerm } from '../glossary/types.ts';
import { sortProblems } from '../problems.ts';
import type { Problem } from '../problems.ts';
import type { ScenarioLibrary } from '../scenarios/load.ts';
import type { Topics } from '../topics.ts';
import { articleMatter, claimProblems } from './front-matter.ts';
import { headingAnchors } from './headings.ts';
import { linkProblems } from './links.ts';
import type { Targets } from './links.ts';
import { parseMdx } from './mdx.ts';
import { idOfSimulation } from './plan.ts';
import { gatherSimulations, simulationOf, unknown } from './simulations.ts';
import type { Simulations } from './simulations.ts';
import { usesIn } from './uses.ts';
import type { ArticleUses, Use } from './uses.ts';

function actionProblems(use: Use, plan: Plan | null): Problem[] {
  const { action } = use.attributes;
  if (!action || !plan) return [];
  try {
    readAction(plan, action.value);
    return [];
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return [{ ...action.place, message: error.message }];
  }
}

function readingProblems(use: Use, plan: Plan | null): Problem[] {
  const { of, run } = use.attributes;
  const isKnown = READINGS.some((name) => name === of?.value);
  const tries = plan?.scenario.tries.map(({ id }) => id);
  return [
    ...(of && !isKnown ? [unknown(of, 'reading', READINGS)] : []),
    ...(run && tries && !tries.includes(run.value)
      ? [unknown(run, `try of ${plan?.scenario.id}`, tries)]
      : []),
  ];
}

function termProblems(
  { attributes, words, place }: Use,
  terms: readonly GlossaryTerm[],
): Problem[] {
  const { of } = attributes;
  const name = of?.value ?? words;
  // Without words there is something else to complain about.
  if (name === '' || findTerm(terms, name)) return [];
  return [{ ...(of?.place ?? place), message: termObjection(terms, name) }];
}

function useProblems(
  use: Use,
  simulations: Simulations,
  terms: readonly GlossaryTerm[],
): Problem[] {
  switch (use.component) {
    case 'Simulation':
      return [];
    case 'Parameter': {
      const { of } = use.attributes;
      return of && !isParameterName(of.value) ? [unknown(of, 'parameter', PARAMETER_NAMES)] : [];
    }
    case 'Term':
      return termProblems(use, terms);
    case 'Do': {
      const { plan, problems } = simulationOf(use, simulations);
      return [...problems, ...actionProblems(use, plan)];
    }
    case 'Reading': {
      const { plan, problems } = simulationOf(use, simulations);
      return [...problems, ...readingProblems(use, plan)];
    }
  }
}

/** What an article can refer to. */
interface Surroundings {
  readonly library: ScenarioLibrary;
  readonly terms: readonly GlossaryTerm[];
}

/** Everything that is wrong with the components of an article. */
function componentProblems(
  { uses, problems }: ArticleUses,
  { library, terms }: Surroundings,
): Problem[] {
  const { simulations, problems: found } = gatherSimulations(uses, library);
  return [...problems, ...found, ...uses.flatMap((use) => useProblems(use, simulations, terms))];
}

function readArticle(file: SourceFile, topics: Topics) {
  const parsed = parseMdx(file);
  const uses = usesIn(file, parsed);
  const ids = uses.uses
    .filter(({ component }) => component === 'Simulation')
    .flatMap((use) => idOfSimulation(use)?.value ?? []);
  const anchors = parsed.tree && [...headingAnchors(parsed.tree), ...ids];
  return { file, tree: parsed.tree, uses, anchors, ...articleMatter(file, topics) };
}

/**
 * Everything that is wrong with some articles: front matter, components and links, in the order of
 * files and lines. Scenarios and glossary that are wrong are left to their own checks.
 */
export function articlesProblems(
  files: ReadonlyMap<string, SourceFile>,
  { library, terms, topics }: Surroundings & { readonly topics: Topics },
): Problem[] {
  const articles = new Map(
    [...files].map(([slug, file]) => [slug, readArticle(file, topics)] as const),
  );
  const targets: Targets = { articles, terms, topics };
  return sortProblems([
    ...claimProblems(articles),
    ...[...articles.values()].flatMap((article) => [
      ...article.problems,
      ...componentProblems(article.uses, { library, terms }),
      ...(article.tree ? linkProblems(article.tree, article, targets) : []),
    ]),
  ]);
}
