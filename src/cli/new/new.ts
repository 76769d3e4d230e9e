import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { slugOf } from './slug.ts';
import { articleTemplate, scenarioTemplate } from './templates.ts';

/** What can be begun. */
export type Kind = 'article' | 'scenario';

/** Where and when something is begun. */
export interface Desk {
  /** The project's folder. */
  readonly root: string;
  /** Today, such as 2026-12-01. */
  readonly day: string;
  /** The first tag and category that there are. */
  readonly tag: string;
  readonly category: string;
}

/** What a call of the command prints and ends with. */
export interface NewResult {
  readonly code: 0 | 2;
  readonly output: string;
  readonly complaints: string;
}

const refuse = (complaints: string): NewResult => ({ code: 2, output: '', complaints });

function articleSteps(path: string, slug: string): string {
  return `${path} is there, a draft until you take "draft: true" out.

Next:
  1. Write it. What an article can say: /authors/ on the site.
  2. npm run dev            shows it at /articles/${slug}/
  3. npm run check:content  tells what is wrong with it, in seconds`;
}

function scenarioSteps(path: string, slug: string): string {
  return `${path} is there.

Next:
  1. Say what can be tried, and what must come true. What a scenario can say: /authors/ on the site.
  2. npm run --silent simulate -- ${slug}  tells its first run
  3. npm run check:content                 tells what is wrong with it, in seconds
  4. Show it in an article:
     <Simulation scenario="${slug}" caption="…" />`;
}

/** Begins an article or a scenario. Refuses a title without words and a name that is taken. */
export function begin(kind: Kind, args: readonly string[], desk: Desk): NewResult {
  const [title = '', ...more] = args;
  const usage = `npm run new:${kind} -- "Title"`;
  if (title.startsWith('-') || more.length > 0) {
    return refuse(`one title in quotes is wanted: ${usage}`);
  }
  const slug = slugOf(title);
  if (slug === '') return refuse(`a title with letters or digits is wanted: ${usage}`);
  const path =
    kind === 'article' ? `content/articles/${slug}.mdx` : `content/scenarios/${slug}.yaml`;
  const text = kind === 'article' ? articleTemplate({ ...desk, title }) : scenarioTemplate(title);
  const file = join(desk.root, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return refuse(`${path} is there already; choose another title, or go on with that file`);
  }
  const steps = kind === 'article' ? articleSteps : scenarioSteps;
  return { code: 0, output: steps(path, slug), complaints: '' };
}
