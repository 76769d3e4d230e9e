// npm test: install what is missing, check everything, end with how much passed and failed.
import { continueIn } from './setup/continue.mjs';
import { parseTestOptions, usage } from './test/options.mjs';

const args = process.argv.slice(2);
const options = parseTestOptions(args);

if (options.type === 'help') {
  console.log(usage);
} else if (options.type === 'bad') {
  console.error(options.reason);
  process.exitCode = 2;
} else {
  continueIn('src/cli/test/main.ts', args);
}
