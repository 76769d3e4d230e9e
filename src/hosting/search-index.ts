import type { IndexedPage, Section } from '#search';
import { decoded } from './html/text.ts';
import { attributeOf, tokensOf } from './html/tokens.ts';
import type { Token } from './html/tokens.ts';

/** Which pages are searched, by their addresses. */
const searched = /^\/(?:articles\/[^/]+|glossary|parameters)\/$/;

/** What tells nothing, or tells again what the text says, or belongs to the frame of the page. */
const left = new Set(['astro-island', 'button', 'footer', 'nav', 'script', 'style', 'sup', 'svg']);
const leftClasses = /(?:^|\s)(?:story|unseen|meta|eyebrow)(?:\s|$)/;

const headings = /^(?:h[1-6]|dt|th)$/;
const inline =
  /^(?:a|abbr|b|code|data|dfn|em|i|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var|wbr)$/;
const empty = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/**
 * What a page has for searching, section by section: a section begins with a heading, a term or the
 * head of a row that can be linked. Undefined if the page is not searched.
 * @param address from the site's root, beginning with a slash
 */
export function indexedPage(html: string, address: string): IndexedPage | undefined {
  if (!searched.test(address)) return undefined;
  const reader = new SectionReader();
  const main = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
  for (const token of tokensOf(main)) reader.read(token);
  return { address: address.slice(1), ...reader.end() };
}

interface Open {
  readonly name: string;
  readonly left: boolean;
  /** Taken by the first heading inside. */
  id: string | undefined;
}

interface Draft {
  readonly fragment: string;
  heading: string;
  text: string;
}

class SectionReader {
  #title = '';
  readonly #open: Open[] = [];
  readonly #sections: Draft[] = [{ fragment: '', heading: '', text: '' }];
  /** Where the text that is read now goes. */
  #into: 'title' | 'heading' | 'text' = 'text';

  read(token: Token): void {
    if (token.type === 'open') this.#enter(token.name, token.text);
    else if (token.type === 'close') this.#leave(token.name);
    else if (token.type === 'text' && !this.#isLeft()) this.#write(decoded(token.text));
  }

  end(): { title: string; sections: Section[] } {
    const sections = this.#sections
      .map(({ fragment, heading, text }): Section => [fragment, tidy(heading), tidy(text)])
      .filter(([, heading, text]) => heading.length > 1 || text !== '');
    return { title: tidy(this.#title), sections };
  }

  #enter(name: string, tag: string): void {
    // A term and its abbreviation stand beside each other without a space between them.
    if (!inline.test(name) || (this.#into === 'heading' && name === 'abbr')) this.#write(' ');
    if (empty.test(name) || tag.endsWith('/>')) return;
    this.#open.push({
      name,
      left:
        this.#isLeft() ||
        left.has(name) ||
        leftClasses.test(attributeOf(tag, 'class') ?? '') ||
        attributeOf(tag, 'aria-hidden') === 'true' ||
        attributeOf(tag, 'hidden') !== undefined,
      id: attributeOf(tag, 'id'),
    });
    if (!headings.test(name) || this.#isLeft()) return;
    if (name === 'h1') {
      this.#into = 'title';
      return;
    }
    const owner = this.#open.findLast(({ id }) => id !== undefined);
    if (owner?.id === undefined) return;
    this.#sections.push({ fragment: owner.id, heading: '', text: '' });
    owner.id = undefined;
    this.#into = 'heading';
  }

  #leave(name: string): void {
    if (headings.test(name)) this.#into = 'text';
    if (!inline.test(name)) this.#write(' ');
    const at = this.#open.findLastIndex((element) => element.name === name);
    if (at >= 0) this.#open.length = at;
  }

  #isLeft(): boolean {
    return this.#open.at(-1)?.left ?? false;
  }

  #write(text: string): void {
    if (this.#into === 'title') {
      this.#title += text;
      return;
    }
    const section = this.#sections.at(-1);
    if (section) section[this.#into] += text;
  }
}

function tidy(text: string): string {
  return text.replace(/↩︎?/g, '').replace(/\s+/g, ' ').trim();
}
