import { isFromRoot } from './relative.ts';
import { tokensOf, withAttributes } from './html/tokens.ts';

/**
 * Leads the links of the page for missing addresses to where the site is. The page is shown at any
 * depth and below any path, so it asks each folder above it, from the outermost, whether the site's
 * index for searching is there. Sent to the browser as its own text: it may use nothing from here.
 */
async function leadHome(expected: string, marker: string): Promise<void> {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/"]')].map((link) => ({
    link,
    target: link.getAttribute('href')?.slice(expected.length) ?? '',
  }));
  const folders = location.pathname.split('/').slice(0, -1);
  for (let depth = 1; depth <= folders.length; depth += 1) {
    const root = `${folders.slice(0, depth).join('/')}/`;
    const answer = await fetch(root + marker, { method: 'HEAD' }).catch(() => undefined);
    if (!answer?.ok || !/json/.test(answer.headers.get('content-type') ?? '')) continue;
    for (const { link, target } of links) link.href = root + target;
    return;
  }
}

/** The file by which a page without a known address recognises the root of the site. */
export const marker = 'search.json';

/**
 * The page for missing addresses, fit for any depth. Without JavaScript its links lead to where the
 * site is expected: at the root of the host, or at the path of the address the build was told.
 * @param expected path of the site, with a slash at both ends
 */
export function withLinksHome(html: string, expected: string): string {
  const linked = tokensOf(html)
    .map(({ type, text }) => {
      if (type !== 'open' || !/^<a\s/i.test(text)) return text;
      return withAttributes(text, (name, value) =>
        name === 'href' && isFromRoot(value) ? expected + value.slice(1) : value,
      );
    })
    .join('');
  const script = `(${leadHome.toString()})(${JSON.stringify(expected)},${JSON.stringify(marker)})`;
  return linked.replace('</body>', () => `<script>${script}</script></body>`);
}
