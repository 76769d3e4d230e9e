// npm run new:article, npm run new:scenario: a file that is sound from its first minute.
import { join } from 'node:path';
import { firstTopics } from '#authoring';
import { begin } from './new/new.ts';

const [kind, ...args] = process.argv.slice(2);
if (kind !== 'article' && kind !== 'scenario') {
  throw new Error('node src/cli/new.ts takes article or scenario');
}
const root = join(import.meta.dirname, '..', '..');
// The day where the author is: Swedish writes it as front matter does.
const day = new Date().toLocaleDateString('sv-SE');
const { code, output, complaints } = begin(kind, args, { root, day, ...firstTopics({ root }) });
if (output !== '') console.log(output);
if (complaints !== '') console.error(complaints);
process.exitCode = code;
