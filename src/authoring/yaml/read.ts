import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import type { SourceFile } from '../content.ts';
import type { Problem } from '../problems.ts';
import type { Entry, Place, Tree } from './tree.ts';

/** A file's data with places; null where its text could not be understood at all. */
export interface ParsedYaml {
  readonly tree: Tree | null;
  readonly problems: readonly Problem[];
}

type PlaceAt = (offset: number) => Place;

class Reader {
  readonly problems: Problem[] = [];
  readonly #placeAt: PlaceAt;

  constructor(placeAt: PlaceAt) {
    this.#placeAt = placeAt;
  }

  #refuse(place: Place, message: string): void {
    this.problems.push({ ...place, message });
  }

  read(node: unknown, around: Place): Tree {
    const place = this.#placeOf(node) ?? around;
    if (isAlias(node)) {
      this.#refuse(place, `*${node.source} repeats another place; write it out`);
      return { kind: 'leaf', place, value: null };
    }
    if (isMap(node)) return this.#mapping(node, place);
    if (isSeq(node)) {
      this.#plain(node, place);
      return { kind: 'list', place, items: node.items.map((item) => this.read(item, place)) };
    }
    if (!isScalar(node)) return { kind: 'leaf', place, value: null };
    this.#plain(node, place);
    return { kind: 'leaf', place, value: node.value };
  }

  #mapping(node: YAMLMap, place: Place): Tree {
    this.#plain(node, place);
    const entries = new Map<string, Entry>();
    for (const { key, value } of node.items) {
      const keyPlace = this.#placeOf(key) ?? place;
      if (!isScalar(key)) {
        this.#refuse(keyPlace, 'a key is one word, not a list or a mapping');
        continue;
      }
      const name = String(key.value);
      // The parser has complained about the second of two equal keys.
      if (!entries.has(name)) entries.set(name, { keyPlace, value: this.read(value, keyPlace) });
    }
    return { kind: 'mapping', place, entries };
  }

  /** Tags and anchors are refused: what a file says should be what it looks like. */
  #plain(node: Node, place: Place): void {
    const { anchor, tag } = node as { anchor?: string; tag?: string };
    if (anchor !== undefined) this.#refuse(place, `leave out the anchor &${anchor}`);
    if (tag !== undefined) this.#refuse(place, 'leave out the tag that begins with "!"');
  }

  #placeOf(node: unknown): Place | undefined {
    const range = (node as Partial<Node> | null | undefined)?.range;
    return range ? this.#placeAt(range[0]) : undefined;
  }
}

const MESSAGES: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'this key stands here twice; leave one of them out',
  TAB_AS_INDENT: 'a tab; indent with spaces',
  MULTIPLE_DOCS: 'a second document; a file holds one',
};

/** Reads strict YAML: no anchors, aliases, tags, second documents or keys that stand twice. */
export function parseYaml({ path, text }: SourceFile): ParsedYaml {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    schema: 'core',
    strict: true,
    uniqueKeys: true,
  });
  const placeAt: PlaceAt = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file: path, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const problems = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    ...placeAt(pos[0]),
    message: MESSAGES[code] ?? `this cannot be read as YAML: ${message}`,
  }));
  const isReadable = document.errors.every(({ code }) => code === 'DUPLICATE_KEY');
  if (!isReadable) return { tree: null, problems };
  const reader = new Reader(placeAt);
  const tree = reader.read(document.contents, { file: path, line: 1, column: 1 });
  return { tree, problems: [...problems, ...reader.problems] };
}
