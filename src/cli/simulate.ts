// npm run simulate: a run of the model as text or as data.
import { simulate } from './simulate/simulate.ts';

const { INIT_CWD } = process.env;

const { code, output, complaints } = simulate(process.argv.slice(2), {
  // npm runs scripts in the project's folder; a file is meant from where the reader stands.
  folders: [...(INIT_CWD === undefined ? [] : [INIT_CWD]), process.cwd()],
  columns: process.stdout.columns ?? 120,
});
if (output !== '') console.log(output);
if (complaints !== '') console.error(complaints);
process.exitCode = code;
