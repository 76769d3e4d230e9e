import { visitInstants } from '#model';
import type { Execution, Instant } from '#model';
import { Lane } from './chronicle.ts';
import type { Stretch } from './chronicle.ts';
import { believedOwners } from './measured.ts';

/**
 * Who believes to have the subject, as stretches with spaces between the nodes; more than one at a
 * time is what a quorum is there to prevent.
 */
export function believersIn(execution: Execution, to: Instant): readonly Stretch<string>[] {
  const { plan } = execution.run;
  const { id, owner } = plan.subject;
  const believers = new Lane<string>(owner, 0);
  visitInstants(execution, (at, world) => {
    if (at <= to) believers.change(believedOwners(plan, world, id).join(' '), at);
  });
  return believers.end(to);
}
