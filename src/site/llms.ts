import { relativeAddress } from './address.ts';
import type { ArticleSummary } from './articles.ts';
import { configuration } from './configuration.ts';
import { twinPath } from './twin/index.ts';

/** A list of all articles in plain Markdown, at the place where language models look for one. */
export function llms(articles: readonly ArticleSummary[]): string {
  const lines = articles.map(
    (article) =>
      `- [${article.title}](${relativeAddress('/', twinPath(article))}): ${article.description}`,
  );
  const { name, description } = configuration;
  return `# ${name}\n\n> ${description}\n\n## Articles\n\n${lines.join('\n')}\n`;
}
