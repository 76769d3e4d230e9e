import { must } from '../../kernel/lookup.ts';
import { causes } from '../../kernel/rule.ts';
import type { OccurrenceOf } from '../../occurrences/index.ts';
import { resourceIn } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { hostsOf } from '../../world/truth.ts';
import { ADDRESS_LEARNED } from '../../world/task.ts';

/**
 * The subject's address has come online. It keeps its number but has the hardware address of its
 * node now, and says so to everybody (KB 244331). Routers that do not listen keep sending to the old
 * node until they forget it.
 */
export function followAddress(
  moment: Moment,
  { id: since, subject, values: { node } }: OccurrenceOf<'resource-online'>,
): void {
  const { world, plan, parameters } = moment;
  const group = plan.subject.id;
  const { type } = must(plan.resources, subject);
  if (type !== 'ip-address' || must(plan.groupOf, subject).id !== group) return;
  if (parameters.gratuitousArpAccepted === 0 && world.addressKnownAt.value !== node) {
    moment.later(moment.at + parameters.arpCacheDuration, ADDRESS_LEARNED, group);
    return;
  }
  moment.cancel(ADDRESS_LEARNED, group);
  world.addressKnownAt = { value: node, since };
}

/** Routers have forgotten the old node, ask who has the address, and learn of the new one, if it answers. */
export function learnAddress(moment: Moment, group: string): void {
  const { world, plan } = moment;
  const addresses = plan.subject.resources.filter(({ type }) => type === 'ip-address');
  for (const { node, formation } of hostsOf(world, group)) {
    const online = addresses
      .map(({ id }) => resourceIn(world, formation, id).state)
      .find(({ value }) => value === 'online');
    if (!online) continue;
    const because = causes([online.since, world.addressKnownAt.since]);
    const reason = { because, rule: 'learn-address' };
    const since = moment.occur('address-learned', group, { group, node }, reason);
    world.addressKnownAt = { value: node, since };
    return;
  }
}
