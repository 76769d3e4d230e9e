// The options of npm start, checked before anything is installed.
import { parseArgs } from 'node:util';

export const usage = `npm start -- [--port N] [--host ADDRESS]

Installs what is missing, builds the site and serves it.
  --port N         the port to listen on, or the next free one (4321)
  --host ADDRESS   the address to listen on (127.0.0.1; 0.0.0.0 for other machines too)
  --help           this text`;

/**
 * @typedef {{ type: 'serve', port: number, host: string } | { type: 'help' } |
 *   { type: 'bad', reason: string }} StartOptions
 */

/**
 * @param {readonly string[]} args what follows the command's name
 * @returns {StartOptions} what to do, or in one line why that cannot be
 */
export function parseStartOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        port: { type: 'string', default: '4321' },
        host: { type: 'string', default: '127.0.0.1' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    const first = String(error instanceof Error ? error.message : error).split(/\n|\. /)[0];
    return { type: 'bad', reason: `${first}; the options are --port N, --host ADDRESS, --help.` };
  }
  if (values.help) return { type: 'help' };
  const port = Number(values.port);
  if (!/^\d+$/.test(values.port) || port < 1 || port > 65535) {
    return { type: 'bad', reason: `--port ${values.port}: a number from 1 to 65535 is wanted.` };
  }
  if (values.host === '') return { type: 'bad', reason: '--host: an address is wanted.' };
  return { type: 'serve', port, host: values.host };
}
