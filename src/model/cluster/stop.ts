import type { OccurrenceId } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import type { Moment } from '../world/moment.ts';
import { dropGroups } from './drop.ts';
import { stopListening } from './heartbeats.ts';
import { stopAllRenewing } from './reservations.ts';

/** A node's cluster service stops by itself; everything it hosts goes with it. */
export function stopService(
  moment: Moment,
  node: string,
  reason: 'quorum-lost' | 'arbitration-lost' | 'join-failed',
  because: readonly OccurrenceId[],
): void {
  const self = must(moment.world.nodes, node);
  const all = causes([...because, self.service.since]);
  const since = moment.occur(
    'cluster-service-stopped',
    node,
    { node, reason },
    { because: all, rule: reason },
  );
  self.restartBase = moment.at + moment.parameters.clusterServiceRestartDelay;
  endService(moment, node, since);
}

/** The effects of a cluster service that is no longer there, whatever ended it. */
export function endService(moment: Moment, node: string, since: OccurrenceId): void {
  const self = must(moment.world.nodes, node);
  self.service = { value: 'stopped', since };
  self.agreement = { value: 'settled', since };
  for (const type of ['regroup-ends', 'reserve-due', 'arbitration-ends', 'join-ends'] as const) {
    moment.cancel(type, node);
  }
  for (const peer of Object.keys(self.peers)) stopListening(moment, peer);
  dropGroups(moment, node, since);
  stopAllRenewing(moment, node, since);
}
