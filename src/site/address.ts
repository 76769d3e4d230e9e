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

/** The address of an article. */
export function articleAddress(slug: string): string {
  return address(`/articles/${slug}/`);
}

/** The address of the list of all parts of a series. */
export function seriesAddress(): string {
  return address('/#series');
}
