import { createHash } from 'node:crypto';
import { attributeOf, tokensOf } from './html/tokens.ts';
import type { Token } from './html/tokens.ts';

/** Blocks that a browser reads and never runs. */
const data: ReadonlySet<string> = new Set(['application/ld+json', 'application/json']);

/**
 * The strict policy of one page: nothing but its own folder, and of code and styles in the page only
 * those that are there now, by their hashes. Has to be made after the last change to the page.
 */
export function policyOf(html: string): string {
  const tokens = tokensOf(html);
  const scripts = inline(tokens, 'script').filter(
    ({ tag }) => attributeOf(tag, 'src') === undefined && !data.has(attributeOf(tag, 'type') ?? ''),
  );
  const files = tokens.some(
    ({ type, text }) =>
      type === 'open' &&
      (text.startsWith('<astro-island') ||
        (/^<script/i.test(text) && attributeOf(text, 'src') !== undefined)),
  );
  const sheets = tokens.some(
    ({ type, text }) => type === 'open' && attributeOf(text, 'rel') === 'stylesheet',
  );
  const pictures = tokens.some(
    (token) =>
      (token.type === 'open' || (token.type === 'raw' && token.name === 'style')) &&
      /["'(]data:/.test(token.text),
  );
  return [
    "default-src 'none'",
    directive('script-src', files, hashes(scripts)),
    directive('style-src', sheets, hashes(inline(tokens, 'style'))),
    `img-src 'self'${pictures ? ' data:' : ''}`,
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ]
    .filter((part) => part !== '')
    .join(';');
}

/** The page with its policy in place: as early as can be, so that it holds for all that follows. */
export function withPolicy(html: string): string {
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`;
  const place = [/<meta charset[^>]*>/i, /<head[^>]*>/i, /<!doctype[^>]*>/i]
    .map((pattern) => pattern.exec(html))
    .find((found) => found !== null);
  const at = place ? place.index + place[0].length : 0;
  return html.slice(0, at) + tag + html.slice(at);
}

type Raw = Extract<Token, { type: 'raw' }>;

function inline(tokens: readonly Token[], name: 'script' | 'style'): Raw[] {
  return tokens.filter((token): token is Raw => token.type === 'raw' && token.name === name);
}

function hashes(elements: readonly Raw[]): string[] {
  const all = elements.map(
    ({ text }) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return [...new Set(all)];
}

function directive(name: string, self: boolean, sources: readonly string[]): string {
  const allowed = [...(self ? ["'self'"] : []), ...sources];
  return allowed.length === 0 ? '' : `${name} ${allowed.join(' ')}`;
}
