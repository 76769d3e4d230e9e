import { expect, test } from 'vitest';
import { checkContent, formatProblem } from '#authoring';
import { mistakes } from './support/mistakes.ts';

const told = checkContent(mistakes).map(formatProblem);
const article = 'content/articles/mistakes.mdx';

/** A mistake that authors make, where it is, and how its message goes on. */
const ten: readonly (readonly [string, string, RegExp])[] = [
  ['an unknown scenario', `${article}:17:13`, /"sonud"; did you mean "sound"\?/],
  ['an unknown run', `${article}:27:61`, /"pull-the-plg"; did you mean "pull-the-plug"\?/],
  ['an unknown action', `${article}:10:11`, /"poweroff" .* did you mean "power-off"\?/],
  ['an unknown reading', `${article}:27:18`, /"outtage"; did you mean "outage"\?/],
  [
    'an unknown tag',
    'content/articles/front-matter.mdx:8:8',
    /"Clusterin"; did you mean "Clustering"\?/,
  ],
  [
    'an unknown term',
    'content/articles/links.mdx:19:3',
    /"quorum dsk" .* did you mean "quorum disk"\?/,
  ],
  [
    'a bad unit',
    'content/scenarios/units.yaml:4:32',
    /"3" is not a duration; .*did you mean "3s"\?/,
  ],
  ['a missing caption', `${article}:15:1`, /<Simulation> needs the attribute caption="…"/],
  ['an id that stands there twice', `${article}:15:13`, /called "sound" already; .* of its own/],
  [
    'a link that leads nowhere',
    'content/articles/links.mdx:13:4',
    /"\/articles\/mistaks\/"; did you mean "\/articles\/mistakes\/"\?/,
  ],
];

test.each(ten)('%s is told with its place and with what would be right', (_, place, message) => {
  const here = told.filter((line) => line.startsWith(`${place}: `));
  expect(here).toHaveLength(1);
  expect(here[0]).toMatch(message);
});
