import { didYouMean } from '#model/schema';
import { address } from './address.ts';

/** What topics there are: articles have several tags and one category. */
export type TopicKind = 'tag' | 'category';

/** A tag or category as its file declares it. */
export interface DeclaredTopic {
  /** As articles write it. */
  readonly id: string;
  /** As addresses write it. */
  readonly slug: string;
  readonly title: string;
  /** One sentence: what articles on it are about. */
  readonly description: string;
}

/** A tag or category, and where its articles are listed. */
export interface Topic extends DeclaredTopic {
  readonly kind: TopicKind;
  /** From the home page. */
  readonly path: string;
  readonly href: string;
}

const FOLDERS = { tag: '/tags/', category: '/categories/' } as const;

/** The path of the list of a topic's articles. */
export function topicPath(kind: TopicKind, slug: string): string {
  return `${FOLDERS[kind]}${slug}/`;
}

/** All topics of a kind. Throws when two have the same id or address. */
export function topicsOf(kind: TopicKind, declared: readonly DeclaredTopic[]): Topic[] {
  for (const key of ['id', 'slug'] as const) {
    const values = declared.map((topic) => topic[key]);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    if (twice !== undefined) throw new Error(`two of ${kind} have the ${key} "${twice}"`);
  }
  return declared.map((topic) => {
    const path = topicPath(kind, topic.slug);
    return { ...topic, kind, path, href: address(path) };
  });
}

/** The topic an article means. Throws, with the nearest name, when none is called so. */
export function topicNamed(id: string, topics: readonly Topic[]): Topic {
  const found = topics.find((topic) => topic.id === id);
  if (found) return found;
  const names = topics.map((topic) => topic.id);
  throw new Error(`there is no ${topics[0]?.kind ?? 'topic'} "${id}"; ${didYouMean(id, names)}`);
}
