import type { ArticlePlan } from '#authoring';
import { stringify } from 'yaml';
import { relativeAddress } from '../address.ts';
import type { ArticleSummary } from '../articles.ts';
import { changedOn } from '../articles.ts';
import { dayForMachines } from '../dates.ts';
import type { Series } from '../series.ts';
import { componentInWords } from './components.ts';
import { replaceComponents } from './replace.ts';

/** What the twin of an article is made from. */
export interface TwinSources {
  readonly article: ArticleSummary;
  readonly series: Series | undefined;
  /** The article's MDX without its front matter. */
  readonly body: string;
  readonly plan: ArticlePlan;
}

function head({ article, series }: TwinSources): string {
  const { title, description, author, date, tags, category, appliesTo, part } = article;
  return stringify(
    {
      title,
      description,
      author,
      date: dayForMachines(date),
      updated: dayForMachines(changedOn(article)),
      ...(series && { series: series.title, part: `${part} of ${series.parts.length}` }),
      category: category.title,
      tags: tags.map((tag) => tag.title),
      appliesTo,
    },
    { lineWidth: 0 },
  );
}

/** The path of the Markdown twin of an article. */
export function twinPath({ path }: Pick<ArticleSummary, 'path'>): string {
  return `${path}index.md`;
}

/**
 * An article as plain Markdown, for readers and programs that want no page: what its front matter
 * says, then its text with the words of each run in place of the simulation. Sources are kept.
 */
export function twinOf(sources: TwinSources): string {
  const { article, body, plan } = sources;
  const text = replaceComponents(body, {
    component: (use) => componentInWords(use, plan),
    link: (url) => (/^\/(?!\/)/.test(url) ? relativeAddress(article.path, url) : url),
  });
  const isLiving = plan.simulations.length > 0;
  const note = isLiving ? 'Its clusters can be broken by hand on [the page itself](./).\n\n' : '';
  return `---\n${head(sources)}---\n\n# ${article.title}\n\n${note}${text}`;
}
