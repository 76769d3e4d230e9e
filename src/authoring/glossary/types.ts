import type { ParameterName, Source } from '#model/register';
import type { Problem } from '../problems.ts';

/** A term that the glossary explains. */
export interface GlossaryTerm {
  /** The name of its file and its anchor on the page. */
  readonly slug: string;
  readonly term: string;
  /** Its abbreviation, such as SCC. */
  readonly short: string | undefined;
  /** Other words for it, each of which leads to it. */
  readonly also: readonly string[];
  /** One or two sentences. */
  readonly definition: string;
  /** The first sentence, which stands alone: it is the tip in articles. */
  readonly tip: string;
  /** Slugs of related terms. */
  readonly see: readonly string[];
  /** Numbers of the model that it is about. */
  readonly parameters: readonly ParameterName[];
  /** Empty where what is said is commonplace. */
  readonly sources: readonly Source[];
}

/** The glossary, and what is wrong with it. */
export interface Glossary {
  /** By term, without regard to case. */
  readonly terms: readonly GlossaryTerm[];
  readonly problems: readonly Problem[];
}
