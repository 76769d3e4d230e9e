// The second half of npm test, under the project's own Node: all stages, then the sum.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { endWithParent } from '../tools/parent.ts';
import { root } from '../tools/tool.ts';
import { parseTestOptions } from './options.mjs';
import type { StageResult } from './result.ts';
import { stages } from './stages.ts';

endWithParent();
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

const options = parseTestOptions(process.argv.slice(2));
if (options.type !== 'run') throw new Error('The options were checked before; this is a bug.');

// Reports of an earlier run must not be taken for those of this one.
rmSync(join(root, 'reports'), { recursive: true, force: true });

const summary: string[] = [];
let passed = 0;
let failed = 0;
let built = true;

for (const name of options.stages) {
  const started = performance.now();
  const stage = stages[name];
  const result: StageResult =
    stage.needsBuild && !built
      ? { passed: 0, failed: 1, output: 'Not run: the site could not be built.' }
      : await stage.run();
  if (name === 'build') built = result.failed === 0;
  passed += result.passed;
  failed += result.failed;

  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const line = `${name.padEnd(10)} ${outcome(result).padEnd(24)} ${seconds.padStart(6)} s`;
  summary.push(line);
  console.log(line);
  if (result.failed > 0) console.log(`\n${result.output.trim()}\n`);
  else if (result.note) console.log(result.note);
}

if (failed > 0) console.log(`\n${summary.join('\n')}`);
if (passed + failed === 0) console.log('\nNothing was tested, which counts as a failure.');
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function outcome(result: StageResult): string {
  return result.failed > 0
    ? `${result.passed} passed, ${result.failed} failed`
    : `${result.passed} passed`;
}
