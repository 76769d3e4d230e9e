import { createHash } from 'node:crypto';
import { attributeOf, tokensOf } from './html/tokens.ts';
import { unchangingFolder } from './table.ts';

/** The scripts with which Astro defines its islands and says when they come to life. */
const bootstrap = /customElements\.define\("astro-island"|self\.Astro\|\|\(self\.Astro=\{\}\)/;

/** A page and the file it now asks for. */
interface Split {
  readonly html: string;
  /** From the site's root, beginning with a slash. */
  readonly file?: { readonly address: string; readonly text: string };
}

/**
 * Takes the scripts that every page with islands repeats out into a file, which is kept from one
 * page to the next. The page asks for it at the very start, so that it is there when an island is.
 * The islands lose a number that nobody reads and that depends on the folder the site is built in.
 */
export function withIslandFile(html: string): Split {
  const tokens = tokensOf(html.replace(/(<astro-island) uid="[^"]*"/g, '$1'));
  const taken = tokens.map(
    (token) =>
      token.type === 'raw' &&
      token.name === 'script' &&
      attributeOf(token.tag, 'type') === undefined &&
      bootstrap.test(token.text),
  );
  const text = tokens
    .filter((_token, index) => taken[index])
    // What is imported is named as seen from the page, and a file would look from where it is.
    .map((token) =>
      token.text.replace(/\bimport\((\w+)\)/g, 'import(new URL($1,document.baseURI))'),
    )
    .join('\n');
  if (text === '') return { html };
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  const address = `${unchangingFolder}island.${hash}.js`;
  const rest = tokens
    // Its tags go with a script.
    .filter((_token, index) => !taken[index - 1] && !taken[index] && !taken[index + 1])
    .map((token) => token.text)
    .join('');
  const asking = `<script async src="${address}"></script>`;
  return {
    html: rest.replace(/<meta charset[^>]*>/i, (charset) => charset + asking),
    file: { address, text },
  };
}
