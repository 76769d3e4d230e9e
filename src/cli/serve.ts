// Serves a folder, dist unless told otherwise: node src/cli/serve.ts PORT [FOLDER]. Used by the
// browser tests.
import { join, resolve } from 'node:path';
import { listen } from './serve/listen.ts';
import { root } from './tools/tool.ts';

const port = Number(process.argv[2]);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error('serve: a port from 1 to 65535 is wanted.');
  process.exit(2);
}
const folder = resolve(process.argv[3] ?? join(root, 'dist'));
console.log(await listen({ folder, host: '127.0.0.1', port, attempts: 1 }));
