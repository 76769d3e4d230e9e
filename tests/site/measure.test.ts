import { effort, readingMinutes, simulationCount } from '#site';
import { describe, expect, test } from 'vitest';

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('reading time', () => {
  test('is never less than a minute', () => {
    expect(readingMinutes('')).toBe(1);
  });

  test('counts 220 words a minute', () => {
    expect(readingMinutes(words(2200))).toBe(10);
  });

  test.each([
    ['front matter', `---\ntitle: ${words(2200)}\n---\n`],
    ['a block of code', `\`\`\`sh\n${words(2200)}\n\`\`\`\n`],
    ['a comment', `{/* ${words(2200)} */}`],
    ['attributes', `<Simulation scenario="two-nodes" caption="${words(2200)} > 3" />`],
    ['a source', `[^one]: ${words(1100)}\n    ${words(1100)}\n`],
    ['an address', `[here](https://example.org/${words(2200).replaceAll(' ', '/')})`],
  ])('leaves out %s', (_, body) => {
    expect(readingMinutes(`${body}\n${words(220)}`)).toBe(1);
  });

  test('counts the words inside a component', () => {
    expect(readingMinutes(`<Do action="power-off NODE1">${words(440)}</Do>`)).toBe(2);
  });
});

describe('the number of simulations', () => {
  test('counts the components', () => {
    expect(simulationCount('<Simulation scenario="a" />\n\n<Simulation\n  scenario="b"\n/>')).toBe(
      2,
    );
  });

  test.each([
    ['code', '```mdx\n<Simulation scenario="a" />\n```\n'],
    ['code in a line', 'Write `<Simulation scenario="a" />` on a line of its own.'],
    ['a comment', '{/* <Simulation scenario="a" /> */}'],
    ['another component', '<SimulationList />'],
  ])('leaves out %s', (_, body) => {
    expect(simulationCount(body)).toBe(0);
  });
});

test.each([
  [14, 0, '14 min'],
  [14, 1, '14 min, plus 1 thing to break'],
  [14, 6, '14 min, plus 6 things to break'],
])('%i minutes and %i simulations read "%s"', (minutes, simulations, sentence) => {
  expect(effort(minutes, simulations)).toBe(sentence);
});
