/** The model with everything that only some scenarios and actions need; a reader's browser loads that apart. */
import type { Instant } from './kernel/instant.ts';
import { carryOut } from './run/execute.ts';
import type { Execution, Run } from './run/execute.ts';
import { wholeKit } from './run/kit.ts';

export { wholeKit };

/** Carries out a run with the whole model: see `carryOut`. */
export function execute(run: Run, until?: Instant): Execution {
  return carryOut(run, wholeKit, until);
}
