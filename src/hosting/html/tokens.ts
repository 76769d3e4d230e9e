/** A piece of a page. The texts of all pieces, one after another, are the page. */
export type Token =
  | { readonly type: 'open' | 'close'; readonly name: string; readonly text: string }
  /** What is between the tags of a script, style, title or textarea; `tag` is the opening one. */
  | {
      readonly type: 'raw';
      readonly name: string;
      readonly tag: string;
      readonly text: string;
    }
  | { readonly type: 'text' | 'comment'; readonly text: string };

const rawElements: ReadonlySet<string> = new Set(['script', 'style', 'textarea', 'title']);

const markup = /<!--.*?-->|<!doctype[^>]*>|<(\/?)([a-z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>/gis;

/**
 * Takes a page apart, so that a change to its tags cannot touch text or code that looks like one.
 * Expects the well-formed pages that a build writes, not whatever a browser would forgive.
 */
export function tokensOf(html: string): Token[] {
  const tokens: Token[] = [];
  const add = (token: Token): void => {
    if (token.text !== '') tokens.push(token);
  };
  let position = 0;
  const next = new RegExp(markup);
  for (let match = next.exec(html); match; match = next.exec(html)) {
    const [text, slash, found] = match;
    add({ type: 'text', text: html.slice(position, match.index) });
    position = next.lastIndex;
    if (found === undefined) {
      add({ type: 'comment', text });
      continue;
    }
    const name = found.toLowerCase();
    add({ type: slash ? 'close' : 'open', name, text });
    if (slash || !rawElements.has(name)) continue;
    const end = endOfRaw(html, name, position);
    add({ type: 'raw', name, tag: text, text: html.slice(position, end) });
    position = end;
    next.lastIndex = end;
  }
  add({ type: 'text', text: html.slice(position) });
  return tokens;
}

function endOfRaw(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

const attributes = /(\s)([^\s=>"'/]+)(?:=(?:"([^"]*)"|'([^']*)'))?/g;

/** The value of an attribute of an opening tag as it is written; undefined if it has none. */
export function attributeOf(tag: string, name: string): string | undefined {
  const found = [...tag.matchAll(attributes)].find(([, , key]) => key?.toLowerCase() === name);
  return found && (found[3] ?? found[4] ?? '');
}

/** The tag with the values of its attributes changed; what `change` returns is written as it is. */
export function withAttributes(
  tag: string,
  change: (name: string, value: string) => string,
): string {
  return tag.replace(attributes, (whole, space: string, name: string, double?: string, single?) => {
    const value = double ?? (single as string | undefined);
    if (value === undefined) return whole;
    const changed = change(name.toLowerCase(), value);
    return changed === value ? whole : `${space}${name}="${changed}"`;
  });
}
