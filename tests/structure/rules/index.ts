import { cycles } from './cycles.ts';
import { direction } from './direction.ts';
import { length } from './length.ts';
import { machinePaths } from './machine-paths.ts';
import { purity } from './purity.ts';
import type { Rule, Violation } from './source.ts';
import { testHygiene } from './test-hygiene.ts';

/** All rules by what they see to. */
export const rules: Readonly<Record<string, Rule>> = {
  'imports point down and enter by the door': direction,
  'imports go round in no cycle': cycles,
  'nothing below the stores depends on when and where it runs': purity,
  'no file is too long': length,
  'every test runs': testHygiene,
  'no file names a place on one machine': machinePaths,
};

/** A violation as one line that an editor can follow. */
export function toLine({ file, line, message }: Violation): string {
  return `${file}:${line}: ${message}`;
}
