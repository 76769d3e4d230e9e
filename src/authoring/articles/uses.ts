import { didYouMean } from '#model/schema';
import type { SourceFile } from '../content.ts';
import type { Problem } from '../problems.ts';
import { attributesOf, COMPONENT_NAMES, COMPONENTS } from './components.ts';
import type { ComponentName, ComponentRule } from './components.ts';
import { isElement, parseMdx, placeIn, walk, wordsIn } from './mdx.ts';
import type { MdxAttribute, MdxNode, ParsedMdx } from './mdx.ts';

type Place = Omit<Problem, 'message'>;

/** An attribute's text and place. */
export interface Attribute {
  readonly value: string;
  readonly place: Place;
}

/** A component where an article uses it, with the attributes that are as they should be. */
export interface Use {
  readonly component: ComponentName;
  readonly place: Place;
  readonly attributes: Readonly<Partial<Record<string, Attribute>>>;
  /** What stands between its tags, without markup. */
  readonly words: string;
}

/** The components of an article in the order of the text, and what is wrong with how they are written. */
export interface ArticleUses {
  readonly uses: readonly Use[];
  readonly problems: readonly Problem[];
}

function componentOf(name: string): ComponentName | undefined {
  return COMPONENT_NAMES.find((component) => component === name);
}

/** Whether a tag means a component: HTML is lower-case, but `<reading>` is not HTML either. */
function meansComponent(name: string): boolean {
  const known = COMPONENT_NAMES.some((component) => component.toLowerCase() === name);
  return known || /^[A-Z]|[.:]/.test(name);
}

const isComment = (value: string): boolean => value.replace(/\/\*[\s\S]*?\*\//g, '').trim() === '';

/** What an article may not contain, wherever it stands. */
function forbidden(node: MdxNode): string | undefined {
  if (node.type === 'mdxjsEsm') {
    return 'an article imports and exports nothing; components are there by their names';
  }
  const isExpression = node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression';
  if (isExpression && !isComment(node.value ?? '')) {
    return 'an article computes nothing in braces; a brace in a sentence is written as \\{';
  }
  return undefined;
}

function attributeObjection(
  component: string,
  rule: ComponentRule,
  { name, value }: MdxAttribute,
): string | undefined {
  if (name === undefined) return `attributes are written out; leave the braces of ${component} out`;
  const known = attributesOf(rule);
  if (!known.includes(name)) {
    return `<${component}> has no attribute "${name}"; ${didYouMean(name, known)}`;
  }
  if (typeof value === 'string') {
    return value.trim() === '' ? `"${name}" is empty; write a value between the quotes` : undefined;
  }
  return `the value of "${name}" is plain text; write ${name}="…"`;
}

class Collector {
  readonly uses: Use[] = [];
  readonly problems: Problem[] = [];
  readonly #file: SourceFile;

  constructor(file: SourceFile) {
    this.#file = file;
  }

  visit(node: MdxNode): void {
    const objection = forbidden(node);
    if (objection !== undefined) this.#refuse(node, objection);
    if (!isElement(node)) return;
    for (const attribute of node.attributes ?? []) {
      if (!attribute.name?.startsWith('client:')) continue;
      const message = `no ${attribute.name} in articles; components come to life by themselves`;
      this.#refuse(attribute, message);
    }
    const name = node.name ?? '';
    const component = componentOf(name);
    if (component) this.#use(node, component);
    else if (meansComponent(name)) {
      this.#refuse(node, `there is no component <${name}>; ${didYouMean(name, COMPONENT_NAMES)}`);
    }
  }

  #use(node: MdxNode, component: ComponentName): void {
    const rule: ComponentRule = COMPONENTS[component];
    const attributes: Record<string, Attribute> = {};
    const written = (node.attributes ?? []).filter(({ name }) => !name?.startsWith('client:'));
    for (const attribute of written) {
      const { name, value } = attribute;
      const objection = attributeObjection(component, rule, attribute);
      if (objection !== undefined) this.#refuse(attribute, objection);
      else if (name !== undefined && name in attributes) {
        this.#refuse(attribute, `"${name}" stands here twice; leave one of them out`);
      } else if (name !== undefined && typeof value === 'string') {
        attributes[name] = { value, place: placeIn(this.#file, attribute) };
      }
    }
    for (const name of Object.keys(rule.required)) {
      if (written.some((attribute) => attribute.name === name)) continue;
      this.#refuse(node, `<${component}> needs the attribute ${name}="…"`);
    }
    const words = wordsIn(node);
    if (rule.holds === 'words' && words === '') {
      this.#refuse(node, `<${component}> is empty; put the words to press between its tags`);
    }
    if (rule.holds === 'nothing' && (node.children ?? []).length > 0) {
      this.#refuse(node, `<${component}> holds nothing; close it with "/>"`);
    }
    this.uses.push({ component, place: placeIn(this.#file, node), attributes, words });
  }

  #refuse(at: MdxNode | MdxAttribute, message: string): void {
    this.problems.push({ ...placeIn(this.#file, at), message });
  }
}

/** Finds the components in an article that has been parsed. */
export function usesIn(
  file: SourceFile,
  { tree, problems }: ParsedMdx = parseMdx(file),
): ArticleUses {
  if (!tree) return { uses: [], problems };
  const collector = new Collector(file);
  for (const node of walk(tree)) collector.visit(node);
  return collector;
}
