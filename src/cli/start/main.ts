// The second half of npm start, under the project's own Node: build, serve, say where.
import { join } from 'node:path';
import { listen } from '../serve/listen.ts';
import { endWithParent } from '../tools/parent.ts';
import { root, runTool } from '../tools/tool.ts';
import { parseStartOptions } from './options.mjs';

const PORTS_TO_TRY = 100;

async function start(): Promise<void> {
  endWithParent();
  process.on('SIGINT', () => process.exit(0));
  process.on('SIGTERM', () => process.exit(0));

  const options = parseStartOptions(process.argv.slice(2));
  if (options.type !== 'serve') throw new Error('The options were checked before; this is a bug.');

  console.log('Building …');
  const built = await runTool('astro', ['build']);
  if (built.code !== 0) {
    console.error(`${built.output}\nThe site could not be built; the reason is above.`);
    process.exit(1);
  }
  const { host, port } = options;
  const address = await listen({ folder: join(root, 'dist'), host, port, attempts: PORTS_TO_TRY });
  console.log(`Pull the Plug is at ${address} (Ctrl-C ends it).`);
}

try {
  await start();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
