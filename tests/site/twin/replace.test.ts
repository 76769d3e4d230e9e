import { describe, expect, test } from 'vitest';
import { replaceComponents } from '../../../src/site/twin/replace.ts';

/** The plain Markdown of a text in which every component says its name, attributes and words. */
function plain(text: string): string {
  return replaceComponents(text, {
    component: ({ name, attributes, words }) =>
      `[${[name, ...Object.entries(attributes).map((pair) => pair.join('=')), words].join('|')}]`,
    link: (url) => `to:${url}`,
  });
}

describe('plain Markdown', () => {
  test.each([
    [
      'a component in a sentence',
      'Now <Do action="cut x">cut it</Do>.',
      'Now [Do|action=cut x|cut it].',
    ],
    ['one without words', 'After <Reading of="outage" />.', 'After [Reading|of=outage|].'],
    ['one inside another', 'A <Term>b <Reading of="c" /></Term> d', 'A [Term|b [Reading|of=c|]] d'],
    [
      'one on a line of its own',
      'a\n\n<Simulation\n  scenario="s"\n/>\n\nb',
      'a\n\n[Simulation|scenario=s|]\n\nb',
    ],
    ['one that has no name yet', '<Later>words</Later>', '[Later|words]'],
    ['one in bold words', '**a <Term>b</Term>** c', '**a [Term|b]** c'],
    ['one in a list', '- a\n- <Term>b</Term>\n  c', '- a\n- [Term|b]\n  c'],
    ['a link', 'See [*here*](/glossary/ "x").', 'See [*here*](to:/glossary/ "x").'],
    ['a link around a component', '[<Term>a</Term>](/b/)', '[[Term|a]](to:/b/)'],
  ])('replaces %s', (_, text, expected) => {
    expect(plain(text)).toBe(`${expected}\n`);
  });

  test.each([
    ['sources', 'A.[^one]\n\n[^one]:\n    Somebody, [paper](<https://example.org/a(b)>).'],
    ['tables', '| a | b |\n| - | - |\n| 1 | 2 |'],
    ['HTML', 'Press <kbd>K</kbd>.'],
    ['code', '```mdx\n<Simulation scenario="a" />\n```\n\nand `<Do>`'],
  ])('leaves %s as they are', (_, text) => {
    expect(replaceComponents(text, { component: () => 'X', link: (url) => url })).toBe(`${text}\n`);
  });

  test('has no comments of the author', () => {
    expect(plain('a\n\n{/* not for readers */}\n\nb {/* nor this */}c')).toBe('a\n\nb c\n');
  });

  test('keeps several lines of a component in the item of their list', () => {
    const text = '- a\n\n  <Simulation />\n\n- b';
    const written = replaceComponents(text, { component: () => 'x\ny', link: (url) => url });
    expect(written).toBe('- a\n\n  x\n  y\n\n- b\n');
  });

  test('is not made of what is not MDX', () => {
    expect(() => plain('a < b {')).toThrow(/before name|Unexpected|Could not parse/);
  });
});
