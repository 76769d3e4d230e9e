import { expect, test } from '../support/test.ts';
import { addresses, filesOf, textOf } from './support/site.ts';

// What the site says is in its pages, not in what scripts make of them.
test.use({ javaScriptEnabled: false });

const files = new Set(filesOf());

/** What stands at an address: a folder's index, or the file itself. */
function fileAt({ pathname }: URL): string | undefined {
  const path = decodeURIComponent(pathname);
  const file = path.endsWith('/') ? `${path}index.html` : path;
  return files.has(file) ? file : undefined;
}

const names = new Map<string, ReadonlySet<string>>();

/** The ids of a page. */
function idsOf(file: string): ReadonlySet<string> {
  const known = names.get(file);
  if (known) return known;
  const ids = new Set([...textOf(file).matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));
  names.set(file, ids);
  return ids;
}

/** Why a link leads nowhere; undefined if it leads somewhere, or off the site on purpose. */
function objectionTo(link: string, home: string): string | undefined {
  const url = new URL(link);
  if (url.origin !== new URL(home).origin) {
    // Sources from the time of Exchange 2007 have addresses of their time.
    return /^https?:$/.test(url.protocol) ? undefined : `${link} is no address`;
  }
  const file = fileAt(url);
  if (file === undefined) return `${link} leads to no file`;
  const id = decodeURIComponent(url.hash.slice(1));
  if (id === '' || (file.endsWith('.html') && idsOf(file).has(id))) return undefined;
  return `${link}: there is nothing called "${id}" on that page`;
}

test('there are pages to look at @desktop', () => {
  expect(addresses).toContain('/tags/scc/');
  expect(addresses.length).toBeGreaterThan(10);
});

for (const address of [...addresses, '/404.html']) {
  test(`Every link, fragment and file of ${address} is there @desktop`, async ({
    page,
    baseURL,
  }) => {
    await page.goto(address);
    const links = await page.locator('[href], [src]').evaluateAll((elements) =>
      elements.flatMap((element) => {
        const { href, src } = element as HTMLAnchorElement & HTMLImageElement;
        return typeof (href || src) === 'string' ? [href || src] : [];
      }),
    );
    const wanted = [...new Set(links)].filter((link) => !link.startsWith('data:'));
    expect(wanted).not.toEqual([]);
    expect(wanted.flatMap((link) => objectionTo(link, baseURL ?? '') ?? [])).toEqual([]);
  });
}

test('Every link of a Markdown twin is there @desktop', ({ baseURL }) => {
  const twins = [...files].filter((file) => file.endsWith('.md'));
  expect(twins.length).toBeGreaterThan(0);
  const broken = twins.flatMap((twin) => {
    const text = textOf(twin).replace(/```[\s\S]*?```/g, '');
    const links = [...text.matchAll(/\]\(<?([^\s>)]+)/g)].map(([, link = '']) => link);
    return links
      .filter((link) => !link.startsWith('#'))
      .flatMap(
        (link) => objectionTo(new URL(link, baseURL + twin.slice(1)).href, baseURL ?? '') ?? [],
      );
  });
  expect(broken).toEqual([]);
});

test('No twin has a component in it @desktop', () => {
  const twins = [...files].filter((file) => file.endsWith('.md'));
  const left = twins.flatMap((twin) =>
    [
      ...textOf(twin)
        .replace(/`[^`]*`/g, '')
        .matchAll(/<\/?[A-Z]\w*/g),
    ].map(([tag]) => `${twin}: ${tag}`),
  );
  expect(left).toEqual([]);
});
