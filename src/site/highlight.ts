/** The part of Shiki's syntax tree that is changed here. */
interface CodeElement {
  readonly properties: Record<string, unknown>;
}

interface TransformerContext {
  addClassToHast(element: CodeElement, name: string): unknown;
}

/**
 * Turns the colours that Shiki's theme `css-variables` writes into `style` attributes into classes
 * such as `tk-keyword`: the page's policy forbids the attributes, and the sheet knows both themes.
 */
export const highlightClasses = {
  name: 'colours as classes',
  pre(element: CodeElement): void {
    delete element.properties['style'];
  },
  span(this: TransformerContext, element: CodeElement): void {
    const { style } = element.properties;
    if (typeof style !== 'string') return;
    const token = /--astro-code-(?:token-)?([a-z-]+)/.exec(style)?.[1];
    if (token !== undefined) this.addClassToHast(element, `tk-${token}`);
    delete element.properties['style'];
  },
};
