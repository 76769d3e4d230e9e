/**
 * The address of a page or file of this site, given the path under which the site is hosted.
 * `path` starts with a slash and is relative to the home page; anything else is refused.
 */
export function addressUnder(base: string, path: string): string {
  if (!path.startsWith('/') || path.startsWith('//')) {
    throw new Error(
      `An address within the site starts with one slash, but this does not: "${path}"`,
    );
  }
  return base.replace(/\/+$/, '') + path;
}

/** The address of a page or file of this site, under whatever path the site is built for. */
export function address(path: string): string {
  return addressUnder(import.meta.env.BASE_URL, path);
}

/** The path of an article from the home page. */
export function articlePath(slug: string): string {
  return `/articles/${slug}/`;
}

/** The address of an article. */
export function articleAddress(slug: string): string {
  return address(articlePath(slug));
}

/** The path of a series from the home page. */
export function seriesPath(slug: string): string {
  return `/series/${slug}/`;
}

/** The path of a page of a list: the first page is the list's own address. */
export function pagePath(list: string, number: number): string {
  return number === 1 ? list : `${list}${number}/`;
}

/**
 * How one page or file of the site refers to another, wherever the site is hosted: `../../archive/`.
 * Both are paths from the home page; what follows the last slash of `from` is the file's name.
 */
export function relativeAddress(from: string, to: string): string {
  const [here, there] = [from, to].map((path) => addressUnder('', path).split('/').slice(1));
  const folders = (here ?? []).slice(0, -1);
  const target = there ?? [];
  const shared = folders.findIndex((folder, index) => folder !== target[index]);
  const common = Math.min(shared === -1 ? folders.length : shared, target.length - 1);
  const way = '../'.repeat(folders.length - common) + target.slice(common).join('/');
  return way === '' ? './' : way;
}

/** The address of the home page in full, ending with a slash, if the site's own address is known. */
export function homeOf(site: URL | string | undefined): URL | undefined {
  return site === undefined ? undefined : new URL(addressUnder(String(site), '/'));
}

/**
 * How a page or file names others where people may read it elsewhere (feeds, structured data): in
 * full when the site's own address is known, else relative to itself.
 */
export function linker(from: string, site: URL | undefined): (path: string) => string {
  const home = homeOf(site);
  return home
    ? (path) => new URL(addressUnder('.', path), home).href
    : (path) => relativeAddress(from, path);
}
