// The options of npm test, checked before anything is installed.
import { parseArgs } from 'node:util';

/** All stages in the order in which they run. */
export const stageNames = /** @type {const} */ ([
  'types',
  'lint',
  'format',
  'dead-code',
  'lock',
  'unit',
  'build',
  'budgets',
  'browser',
]);

/** The stages that look at the built site and therefore bring the build with them. */
const onBuiltSite = ['budgets', 'browser'];

export const usage = `npm test -- [--only STAGE,STAGE…]

Installs what is missing, a Chromium included, and checks everything.
  --only   run some stages: ${stageNames.join(' ')}
  --help   this text`;

/**
 * @typedef {(typeof stageNames)[number]} StageName
 * @typedef {{ type: 'run', stages: StageName[] } | { type: 'help' } |
 *   { type: 'bad', reason: string }} TestOptions
 */

/**
 * @param {readonly string[]} args what follows the command's name
 * @returns {TestOptions} which stages to run, or in one line why that cannot be
 */
export function parseTestOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { only: { type: 'string' }, help: { type: 'boolean', default: false } },
    }));
  } catch (error) {
    const first = String(error instanceof Error ? error.message : error).split(/\n|\. /)[0];
    return { type: 'bad', reason: `${first}; the options are --only STAGE,STAGE… and --help.` };
  }
  if (values.help) return { type: 'help' };
  if (values.only === undefined) return { type: 'run', stages: [...stageNames] };

  const wanted = values.only.split(',').map((name) => name.trim());
  const unknown = wanted.find((name) => !stageNames.some((known) => known === name));
  if (unknown !== undefined) {
    return { type: 'bad', reason: `--only ${unknown}: the stages are ${stageNames.join(' ')}.` };
  }
  if (wanted.some((name) => onBuiltSite.includes(name))) wanted.push('build');
  return { type: 'run', stages: stageNames.filter((name) => wanted.includes(name)) };
}
