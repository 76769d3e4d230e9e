import { createProcessor } from '@mdx-js/mdx';

interface Point {
  readonly column: number;
  readonly offset?: number | undefined;
}

/** A piece of an article's tree, as far as a twin looks at it. */
interface Piece {
  readonly type: string;
  readonly name?: string | null;
  readonly url?: string;
  readonly attributes?: readonly { readonly name?: string; readonly value?: unknown }[];
  readonly children?: readonly Piece[];
  readonly position?: { readonly start: Point; readonly end: Point } | undefined;
}

/** A component where an article uses it. */
export interface ComponentUse {
  readonly name: string;
  readonly attributes: Readonly<Partial<Record<string, string>>>;
  /** What stands between its tags, replaced already. */
  readonly words: string;
}

/** What becomes of components and links when an article turns into plain Markdown. */
export interface Replacements {
  readonly component: (use: ComponentUse) => string;
  readonly link: (url: string) => string;
}

const isElement = ({ type }: Piece): boolean =>
  type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';

/** Comments, and code that an article may not contain: nothing of it is for readers. */
const isCode = ({ type }: Piece): boolean => /^mdx(?:Flow|Text)Expression$|^mdxjsEsm$/.test(type);

/** HTML stays as it is: Markdown has room for it. */
const isComponent = (piece: Piece): boolean => isElement(piece) && /^[A-Z]/.test(piece.name ?? '');

class Writer {
  readonly #text: string;
  readonly #replacements: Replacements;

  constructor(text: string, replacements: Replacements) {
    this.#text = text;
    this.#replacements = replacements;
  }

  write(piece: Piece): string {
    if (isCode(piece)) return '';
    if (isComponent(piece)) return this.#component(piece);
    const [start, end] = spanOf(piece);
    const children = piece.children ?? [];
    const [first, last] = [children[0], children.at(-1)];
    if (!first || !last) return this.#text.slice(start, end);
    const tail = this.#text.slice(spanOf(last)[1], end);
    const { type, url } = piece;
    const isLink = type === 'link' && url !== undefined;
    return (
      this.#text.slice(start, spanOf(first)[0]) +
      this.#inside(children) +
      (isLink ? tail.replace(url, this.#replacements.link(url)) : tail)
    );
  }

  #component(piece: Piece): string {
    const attributes: Record<string, string> = {};
    for (const { name, value } of piece.attributes ?? []) {
      if (name !== undefined && typeof value === 'string') attributes[name] = value;
    }
    const words = this.#inside(piece.children ?? []);
    const text = this.#replacements.component({ name: piece.name ?? '', attributes, words });
    if (piece.type === 'mdxJsxTextElement') return text;
    // In a list, what has several lines stays in its item.
    return text.replaceAll('\n', `\n${' '.repeat((piece.position?.start.column ?? 1) - 1)}`);
  }

  #inside(children: readonly Piece[]): string {
    let written = '';
    let done: number | undefined;
    for (const child of children) {
      const [start, end] = spanOf(child);
      written += this.#text.slice(done ?? start, start) + this.write(child);
      done = end;
    }
    return written;
  }
}

function spanOf({ position }: Piece): readonly [number, number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

/**
 * An article's MDX as plain Markdown: every component and every link to a page of the site replaced,
 * comments left out, all other text exactly as its author wrote it. Throws where the text is not MDX.
 */
export function replaceComponents(text: string, replacements: Replacements): string {
  // Its types know every extension of Markdown; here only what all pieces have is looked at.
  const tree: unknown = createProcessor().parse(text);
  const written = new Writer(text, replacements).write(tree as Piece);
  return `${written.replace(/\n{3,}/g, '\n\n').trim()}\n`;
}
