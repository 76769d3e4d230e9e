import type { OccurrenceId } from '../../kernel/fact.ts';
import { must } from '../../kernel/lookup.ts';
import type { Rule } from '../../kernel/rule.ts';
import { causes, is } from '../../kernel/rule.ts';
import { reachesDisk } from '../../hardware/reach.ts';
import { isQuorumDisk } from '../../scenario/plan.ts';
import type { Kit, Moment } from '../../world/moment.ts';
import { reaches } from '../arbitration.ts';
import type { Asking } from '../arbitration.ts';
import { planRenewal } from '../reservations.ts';

/** With persistent reservations it pre-empts the owner, unless the owner has removed its key. */
const preempt: Rule<Asking> = {
  name: 'pre-empt-quorum',
  conditions: [
    reaches,
    {
      name: 'its key is still registered',
      test: ({ moment, node }) => is(must(moment.world.registrations, node), true),
    },
  ],
};

/** A challenger registers its key on the quorum disk; a living owner removes it when it looks next. */
function register(moment: Moment, node: string, since: OccurrenceId): void {
  const { world, plan } = moment;
  const disk = plan.quorum?.disk ?? null;
  if (disk === null || !reachesDisk(plan, world, node, disk).holds) return;
  world.registrations[node] = { value: true, since };
  if (must(world.renewers, disk).value !== null) planRenewal(moment, disk, moment.at + 1);
}

/** The owner looks at its persistent reservation and finds somebody else's key on the disk. */
function defend(
  moment: Moment,
  node: string,
  disk: string,
  because: readonly OccurrenceId[],
): void {
  if (!isQuorumDisk(moment.plan, disk)) return;
  for (const [challenger, key] of Object.entries(moment.world.registrations)) {
    if (!key.value) continue;
    const reason = { because: causes([...because, key.since]), rule: 'renew-reservation' };
    const values = { node, disk, of: challenger };
    const since = moment.occur('registration-removed', disk, values, reason);
    moment.world.registrations[challenger] = { value: false, since };
  }
}

/** Whether somebody has registered to take the quorum disk from its owner. */
function isChallenged(moment: Moment, disk: string): boolean {
  if (!isQuorumDisk(moment.plan, disk)) return false;
  return Object.values(moment.world.registrations).some(({ value }) => value);
}

/** Whoever takes the quorum disk removes the keys of all others. */
function clear(moment: Moment, disk: string, since: OccurrenceId): void {
  if (!isQuorumDisk(moment.plan, disk)) return;
  const { registrations } = moment.world;
  for (const [node, key] of Object.entries(registrations))
    if (key.value) registrations[node] = { value: false, since };
}

/** How a quorum disk with persistent reservations is won and kept. */
export const persistent: NonNullable<Kit['persistent']> = {
  preempt,
  register,
  defend,
  isChallenged,
  clear,
};
