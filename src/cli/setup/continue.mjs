// From "git and some Node" to "everything installed, running under the right Node".
import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installMissing } from './install.mjs';
import { chooseNode, tooOld } from './node.mjs';

/** The project's folder. */
const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Installs what is missing, then runs a script of the project in the Node chosen for it and ends
 * with that script's exit code. Interrupting us interrupts the script, which ends in its own way.
 * @param {string} script path from the project's folder
 * @param {readonly string[]} args
 */
export function continueIn(script, args) {
  if (!installMissing(root)) {
    console.error('The installation failed; what npm said above is the reason.');
    process.exit(1);
  }
  const node = chooseNode(root);
  if (node === undefined) {
    console.error(tooOld());
    process.exit(1);
  }
  const child = spawn(node, [join(root, script), ...args], {
    cwd: root,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      ASTRO_TELEMETRY_DISABLED: '1',
      PATH: [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter),
    },
  });
  // Ctrl-C reaches the child by itself, since it shares our terminal; we only have to outlive it.
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT');
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  endWithNpm(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    console.error(`${node} could not be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}

/**
 * Notices the end of the npm that started us. It hands signals to the shell between us only, and
 * a site would stay on its port after `npm start` was killed.
 * @param {() => void} end
 */
function endWithNpm(end) {
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] === undefined) return;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500).unref();
}
