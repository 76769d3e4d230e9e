/** A piece of XML, escaped already. */
export interface Xml {
  readonly markup: string;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** What XML 1.0 cannot hold at all, not even escaped. */
// oxlint-disable-next-line no-control-regex
const IMPOSSIBLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

function escape(text: string): string {
  return text.replace(IMPOSSIBLE, '').replace(/[&<>"]/g, (character) => ESCAPES[character] ?? '');
}

/** An element with attributes in the order given and with text or elements inside. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  content: string | readonly (Xml | undefined)[] = [],
): Xml {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${escape(value)}"`);
  const inside =
    typeof content === 'string'
      ? escape(content)
      : content.flatMap((child) => (child ? `\n${child.markup}` : [])).join('');
  if (inside === '') return { markup: `<${name}${start.join('')}/>` };
  const end = typeof content === 'string' ? '' : '\n';
  return { markup: `<${name}${start.join('')}>${inside}${end}</${name}>` };
}

/** A whole document. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.markup}\n`;
}
