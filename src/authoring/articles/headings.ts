import { walk, wordsIn } from './mdx.ts';
import type { MdxNode } from './mdx.ts';

function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/**
 * The anchors of an article's headings in order, as the site makes them: lower-case words with
 * hyphens, and a number where a heading stands there again.
 */
export function headingAnchors(tree: MdxNode): string[] {
  const taken = new Map<string, number>();
  return [...walk(tree)]
    .filter(({ type }) => type === 'heading')
    .map((heading) => {
      const slug = slugOf(wordsIn(heading));
      let anchor = slug;
      while (taken.has(anchor)) {
        const count = (taken.get(slug) ?? 0) + 1;
        taken.set(slug, count);
        anchor = `${slug}-${count}`;
      }
      taken.set(anchor, 0);
      return anchor;
    });
}
