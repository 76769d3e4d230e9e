// npm start: install what is missing, build, serve, print the address.
import { continueIn } from './setup/continue.mjs';
import { parseStartOptions, usage } from './start/options.mjs';

const args = process.argv.slice(2);
const options = parseStartOptions(args);

if (options.type === 'help') {
  console.log(usage);
} else if (options.type === 'bad') {
  console.error(options.reason);
  process.exitCode = 2;
} else {
  continueIn('src/cli/start/main.ts', args);
}
