// Files that some hosts read from the folder they publish. Others serve them, which does no harm.
import { cacheRules, headers, unchangingFolder } from '../table.ts';
import type { Redirect } from '../table.ts';

/**
 * `_headers`, for Netlify and Cloudflare. Both join the values of all rules that fit an address, so
 * no header is in two rules; for files that may change both do by themselves what the table says.
 */
export function headersFile(): string {
  const all = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  return [
    '/*',
    ...all,
    `${unchangingFolder}*`,
    `  Cache-Control: ${cacheRules.unchanging}`,
    '',
  ].join('\n');
}

/** `_redirects`, for the same hosts; without its last slash an address moves just as well. */
export function redirectsFile(redirects: readonly Redirect[]): string {
  return redirects
    .flatMap(({ from, to }) => [`${from} ${to} 301\n`, `${from.replace(/\/$/, '')} ${to} 301\n`])
    .join('');
}
