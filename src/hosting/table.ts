// What a host should send with the files of the site, in one place. All host files come from here.

/** The folder whose files have a hash of their content in their names. */
export const unchangingFolder = '/assets/';

/** How long a file may be kept without asking. */
export const cacheRules = {
  /** A changed file has another name. */
  unchanging: 'public, max-age=31536000, immutable',
  /** May be kept, and must be asked for every time: an answer without content is enough. */
  otherwise: 'no-cache',
} as const;

/**
 * Sent with everything. The policy for scripts and styles is in the pages themselves, because it
 * names what each page has, and because some hosts send no headers at all. Whether the site is
 * reached by https only is for its owner to decide, so nothing is said of that here.
 */
export const headers: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** The Cache-Control of a file. @param path from the site's root, beginning with a slash */
export function cacheControl(path: string): string {
  return path.startsWith(unchangingFolder) ? cacheRules.unchanging : cacheRules.otherwise;
}

/** An address that has moved within the site; both begin at its root. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}
