import type { ArticleSummary } from './articles.ts';
import { configuration } from './configuration.ts';
import type { Feed } from './feeds/feed.ts';
import type { Topic } from './topics.ts';

/** A topic with its articles, the newest first. */
export interface TopicArchive extends Topic {
  readonly articles: readonly ArticleSummary[];
}

/** The topics that articles have, each with its articles in the order given, by title. */
export function archivesOf(
  topics: readonly Topic[],
  articles: readonly ArticleSummary[],
): TopicArchive[] {
  return topics
    .map((topic) => ({
      ...topic,
      articles: articles.filter(({ tags, category }) =>
        [...tags, category].some(({ kind, id }) => kind === topic.kind && id === topic.id),
      ),
    }))
    .filter((archive) => archive.articles.length > 0)
    .sort((one, other) => (one.title < other.title ? -1 : 1));
}

/** What an archive is called: "Posts tagged SCC", "Posts in Exchange Server". */
export function archiveTitle({ kind, title }: Pick<Topic, 'kind' | 'title'>): string {
  return kind === 'tag' ? `Posts tagged ${title}` : `Posts in ${title}`;
}

/** The feed of an archive. */
export function feedOf({ title, kind, description, path, articles }: TopicArchive): Feed {
  const name = `${archiveTitle({ kind, title })} · ${configuration.name}`;
  return { title: name, description, page: path, articles };
}
