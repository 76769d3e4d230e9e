import { beginBackup, planReading } from '../../exchange/more/index.ts';
import { must } from '../../kernel/lookup.ts';
import { causes } from '../../kernel/rule.ts';
import { resourceIn } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { runsOn } from '../../world/truth.ts';
import type { RefusalReason } from '../types.ts';

/**
 * Starts a backup of a running database, from the node that has it mounted: there is no other copy.
 * Refused for anything but a database, while it is not mounted, and while a backup is being made.
 */
export function backUp(moment: Moment, resource: string): RefusalReason | null {
  const { world, plan } = moment;
  const files = world.databases[resource];
  if (!files) return { code: 'no-database', resource };
  const { node, formation } = runsOn(plan, world, must(plan.groupOf, resource).id);
  const { state } = resourceIn(world, formation, resource);
  if (state.value !== 'online') return { code: 'not-online', resource, state: state.value };
  if (files.state.value !== 'mounted')
    return { code: 'not-online', resource, state: files.state.value };
  const system = must(world.systems, node);
  if (system.value === 'hung') return { code: 'system-not-up', node, state: 'hung' };
  if (files.backingUpSince !== null)
    return { code: 'already-so', part: resource, state: 'being backed up' };
  beginBackup(moment, resource, node, causes([system.since, state.since, files.state.since]));
  return null;
}

/**
 * Makes a page of a database file go bad. Nothing shows before it is read. Refused for anything but a
 * database, and for one that is damaged or gone.
 */
export function damagePage(moment: Moment, resource: string): RefusalReason | null {
  const files = moment.world.databases[resource];
  if (!files) return { code: 'no-database', resource };
  if (files.pages.value === 'damaged')
    return { code: 'already-so', part: resource, state: 'damaged' };
  if (files.file.value === 'gone') return { code: 'already-so', part: resource, state: 'gone' };
  const reason = { because: causes([files.pages.since, files.file.since]), rule: null };
  const since = moment.occur('database-damaged', resource, { resource }, reason);
  files.pages = { value: 'damaged', since };
  planReading(moment, resource);
  return null;
}
