import { tokensOf, withAttributes } from './html/tokens.ts';

/** The attributes that hold the address of a page or file. */
const addresses: ReadonlySet<string> = new Set([
  'action',
  'before-hydration-url',
  'component-url',
  'data-index',
  'href',
  'poster',
  'renderer-url',
  'src',
]);

/**
 * An address from the site's root as seen from a page, so that the site works under any path.
 * It begins with a dot, as a module's address must, or is a fragment of the page itself.
 * @param page the page's address, ending with a slash, such as `/articles/one/`
 * @param target such as `/assets/one.js` or `/#series`
 */
export function relativeAddress(page: string, target: string): string {
  const [path, rest] = splitPath(target);
  if (path === page && rest.startsWith('#')) return rest;
  const from = page.split('/').slice(1, -1);
  const to = path.split('/').slice(1);
  const file = to.pop() ?? '';
  let shared = 0;
  while (shared < from.length && shared < to.length && from[shared] === to[shared]) shared += 1;
  const up = '../'.repeat(from.length - shared) || './';
  const down = to.slice(shared).map((folder) => `${folder}/`);
  return `${up}${down.join('')}${file}${rest}`;
}

/** Whether an address starts at the root of the host, which need not be the root of the site. */
export function isFromRoot(address: string): boolean {
  return /^\/(?!\/)/.test(address);
}

/** A page with its addresses made relative: of links, files, islands, redirections and fonts. */
export function withRelativeAddresses(html: string, page: string): string {
  const relative = (address: string): string =>
    isFromRoot(address) ? relativeAddress(page, address) : address;
  return tokensOf(html)
    .map((token) => {
      if (token.type === 'raw' && token.name === 'style') return relativeUrls(token.text, relative);
      if (token.type !== 'open') return token.text;
      return withAttributes(token.text, (name, value) => {
        if (addresses.has(name)) return relative(value);
        if (name === 'srcset' || name === 'imagesrcset') return relativeSet(value, relative);
        if (name === 'content') return relativeRefresh(token.text, value, relative);
        return value;
      });
    })
    .join('');
}

type Change = (address: string) => string;

function relativeUrls(css: string, relative: Change): string {
  return css.replace(/url\((["']?)([^)"']+)\1\)/g, (_whole, quote: string, address: string) => {
    return `url(${quote}${relative(address)}${quote})`;
  });
}

function relativeSet(value: string, relative: Change): string {
  return value
    .split(',')
    .map((candidate) => candidate.trim().replace(/^\S+/, relative))
    .join(', ');
}

function relativeRefresh(tag: string, value: string, relative: Change): string {
  if (!/http-equiv="refresh"/i.test(tag)) return value;
  return value.replace(/(url=)(.+)$/i, (_whole, before: string, to: string) => {
    return before + relative(to);
  });
}

function splitPath(address: string): [string, string] {
  const at = address.search(/[?#]/);
  return at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at)];
}
