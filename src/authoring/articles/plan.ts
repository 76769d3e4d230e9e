import { didYouMean } from '#model/schema';
import { articleFile, articleSlugs, projectContent } from '../content.ts';
import type { ContentFolder } from '../content.ts';
import { UnknownNameError } from '../problems.ts';
import type { Attribute, Use } from './uses.ts';
import { usesIn } from './uses.ts';

/** A simulation of an article: which scenario it shows, and what sentences do to it. */
export interface PlannedSimulation {
  readonly id: string;
  readonly scenario: string;
  /** The action of every `<Do>` that means this simulation, in the order of the text. */
  readonly actions: readonly string[];
}

/** The simulations of an article in the order of the text. */
export interface ArticlePlan {
  readonly simulations: readonly PlannedSimulation[];
}

/** What a simulation is called: its `id`, else the name of its scenario. */
export function idOfSimulation({ attributes }: Use): Attribute | undefined {
  return attributes['id'] ?? attributes['scenario'];
}

const planned = new Map<string, { readonly text: string; readonly plan: ArticlePlan }>();

/**
 * Which simulations an article has, so that an action or a reading knows the scenario of a
 * simulation that comes after it. Throws UnknownNameError for a slug that no article has.
 */
export function articlePlan(slug: string, content: ContentFolder = projectContent()): ArticlePlan {
  const file = articleFile(content, slug);
  if (!file) {
    const hint = didYouMean(slug, articleSlugs(content));
    throw new UnknownNameError(`there is no article "${slug}"; ${hint}`);
  }
  const key = `${content.root} ${slug}`;
  const known = planned.get(key);
  if (known?.text === file.text) return known.plan;
  const { uses } = usesIn(file);
  const found = uses.flatMap((use) => {
    const scenario = use.attributes['scenario']?.value;
    const id = idOfSimulation(use)?.value;
    const isWhole = use.component === 'Simulation' && scenario !== undefined && id !== undefined;
    return isWhole ? [{ id, scenario }] : [];
  });
  const actionsFor = (id: string): string[] =>
    uses
      .filter(({ component }) => component === 'Do')
      .filter(({ attributes }) => (attributes['simulation']?.value ?? found[0]?.id) === id)
      .flatMap(({ attributes }) => attributes['action']?.value ?? []);
  const simulations = found.map(({ id, scenario }) => ({ id, scenario, actions: actionsFor(id) }));
  const plan = { simulations };
  planned.set(key, { text: file.text, plan });
  return plan;
}
