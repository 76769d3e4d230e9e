import { attributeOf, tokensOf } from './html/tokens.ts';
import type { Redirect } from './table.ts';

/**
 * Where a page leads at once, if it does nothing else: such pages are how an address moves on hosts
 * that know no redirects. Read from the pages, so that both kinds of redirect agree.
 * @param html the page before its addresses are made relative
 * @param address of the page from the site's root
 */
export function redirectOf(html: string, address: string): Redirect | undefined {
  const refresh = tokensOf(html).find(
    ({ type, text }) => type === 'open' && attributeOf(text, 'http-equiv') === 'refresh',
  );
  const to = refresh && /url=(\/.*)$/i.exec(attributeOf(refresh.text, 'content') ?? '')?.[1];
  return to === undefined ? undefined : { from: address, to };
}
