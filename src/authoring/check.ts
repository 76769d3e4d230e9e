import { articlesProblems } from './articles/check.ts';
import { articleFile, articleSlugs, projectContent } from './content.ts';
import type { ContentFolder } from './content.ts';
import { readGlossary } from './glossary/load.ts';
import { sortProblems } from './problems.ts';
import type { Problem } from './problems.ts';
import { readLibrary } from './scenarios/load.ts';
import { readTopics } from './topics.ts';

/** Everything that is wrong with what authors write, in the order of files and lines. */
export function checkContent(content: ContentFolder = projectContent()): Problem[] {
  const library = readLibrary(content);
  const { terms, problems } = readGlossary(content);
  const topics = readTopics(content);
  const articles = articleSlugs(content).flatMap((slug) => {
    const file = articleFile(content, slug);
    return file ? [[slug, file] as const] : [];
  });
  return sortProblems([
    ...library.problems,
    ...problems,
    ...topics.problems,
    ...articlesProblems(new Map(articles), { library, terms, topics }),
  ]);
}
