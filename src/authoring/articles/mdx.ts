import { createProcessor } from '@mdx-js/mdx';
import type { SourceFile } from '../content.ts';
import { bodyOf } from '../front-matter.ts';
import type { Problem } from '../problems.ts';

interface Position {
  readonly start: { readonly line: number; readonly column: number };
}

/** An attribute as it is written; `value` is an object where it is computed in braces. */
export interface MdxAttribute {
  readonly type: 'mdxJsxAttribute' | 'mdxJsxExpressionAttribute';
  readonly name?: string;
  readonly value?: string | object | null;
  readonly position?: Position;
}

/** A piece of an article: a paragraph, a component, an expression … */
export interface MdxNode {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly attributes?: readonly MdxAttribute[];
  readonly children?: readonly MdxNode[];
  readonly position?: Position;
  /** Of a link, an image or the definition of one. */
  readonly url?: string;
  /** Of a definition: what refers to it. */
  readonly identifier?: string;
}

/** The place of a piece of an article. */
export function placeIn(
  { path }: SourceFile,
  { position }: { readonly position?: Position },
): Omit<Problem, 'message'> {
  const { line = 1, column = 1 } = position?.start ?? {};
  return { file: path, line, column };
}

/** What the parser throws when a text is not MDX. */
interface ParserMessage {
  readonly reason: string;
  readonly line?: number;
  readonly column?: number;
}

function isParserMessage(error: unknown): error is ParserMessage {
  return error instanceof Error && 'reason' in error && typeof error.reason === 'string';
}

/** An article's tree; null with a problem where its text is not MDX. */
export interface ParsedMdx {
  readonly tree: MdxNode | null;
  readonly problems: readonly Problem[];
}

/** Reads an article. */
export function parseMdx(file: SourceFile): ParsedMdx {
  try {
    const tree: unknown = createProcessor().parse(bodyOf(file.text));
    return { tree: tree as MdxNode, problems: [] };
  } catch (error) {
    if (!isParserMessage(error)) throw error;
    const { reason, line = 1, column = 1 } = error;
    const message = `this cannot be read: ${reason}; a "<" or "{" in a sentence is written as \\< or \\{`;
    return { tree: null, problems: [{ file: file.path, line, column, message }] };
  }
}

/** A piece and everything in it, in the order of the text. */
export function* walk(node: MdxNode): Generator<MdxNode> {
  yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

/** Whether a piece is a component or an element of HTML. */
export const isElement = ({ type }: MdxNode): boolean =>
  type === 'mdxJsxFlowElement' || type === 'mdxJsxTextElement';

/** The words of a piece without markup, on one line. */
export function wordsIn(node: MdxNode): string {
  return [...walk(node)]
    .filter(({ type }) => type === 'text' || type === 'inlineCode')
    .map(({ value = '' }) => value)
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
