import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { redirects, redirectsOf } from '#site';
import { describe, expect, test } from 'vitest';

const topic = (id: string) => ({ id, slug: id.toLowerCase(), title: id, description: id });
const sources = {
  tags: [topic('SCC'), topic('LCR')],
  categories: [topic('Exchange')],
};
const post = (slug: string, aliases: readonly string[] = []) => ({
  slug,
  aliases,
  tags: ['SCC'],
  category: 'Exchange',
});
const target = (from: string, articles: readonly ReturnType<typeof post>[]) =>
  redirectsOf({ ...sources, articles }).find((redirect) => redirect.from === from)?.to;

describe('an address that has moved', () => {
  test.each([
    ['/tag/scc/', '/tags/scc/'],
    ['/category/exchange/', '/categories/exchange/'],
    ['/2009/07/old/', '/articles/new/'],
    ['/tags/', '/archive/'],
  ])('%s leads to %s', (from, to) => {
    expect(target(from, [post('new', ['/2009/07/old/'])])).toBe(to);
  });

  test('a tag that no article has leads nowhere', () => {
    expect(target('/tag/lcr/', [post('new')])).toBeUndefined();
  });

  test.each(['old/', '/old', '//old/', '/old/?p=1', '/old post/', 'https://example.org/'])(
    'the alias "%s" is no address',
    (alias) => {
      expect(() => target('/', [post('new', [alias])])).toThrow(/write it as \/old\/address\//);
    },
  );

  test.each([
    ['another article', [post('one', ['/old/']), post('two', ['/old/'])]],
    ['itself', [post('one', ['/articles/one/'])]],
    ['an archive', [post('one', ['/tags/scc/'])]],
  ])('an alias that leads to %s already is refused', (_, articles) => {
    expect(() => target('/', articles)).toThrow(/leads somewhere already/);
  });
});

describe('the redirects of a folder of content', () => {
  test('come from its front matter, drafts aside', () => {
    const root = mkdtempSync(join(tmpdir(), 'content-'));
    try {
      mkdirSync(join(root, 'content/articles'), { recursive: true });
      const list = '- { id: SCC, slug: scc, title: SCC, description: SCC }\n';
      writeFileSync(join(root, 'content/tags.yaml'), list);
      writeFileSync(join(root, 'content/categories.yaml'), '[]\n');
      const matter = (alias: string, draft: boolean) =>
        `---\ntags: [SCC]\ncategory: none\naliases: [${alias}]\ndraft: ${draft}\n---\nText\n`;
      writeFileSync(join(root, 'content/articles/new.mdx'), matter('/old/', false));
      writeFileSync(join(root, 'content/articles/later.mdx'), matter('/soon/', true));
      const found = redirects(root).map(({ from, to }) => `${from} ${to}`);
      expect(found).toContain('/old/ /articles/new/');
      expect(found).toContain('/tag/scc/ /tags/scc/');
      expect(found.join('\n')).not.toContain('/soon/');
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test('of this site can be read', () => {
    expect(redirects()).toContainEqual({ from: '/tag/scc/', to: '/tags/scc/' });
  });
});
