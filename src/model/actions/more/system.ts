import { endService, stopService } from '../../cluster/index.ts';
import { freeze, hostedBy, leave, thaw } from '../../cluster/more/index.ts';
import { must } from '../../kernel/lookup.ts';
import { causes } from '../../kernel/rule.ts';
import type { Moment } from '../../world/moment.ts';
import { SHUT_DOWN_ENDS } from '../../world/task.ts';
import type { RefusalReason } from '../types.ts';

/**
 * Asks a node's operating system to shut down, and to start again if `restart`. The cluster service
 * hands its groups over first where that is announced, and ends at once where it is not (KB Q252974).
 * Refused unless the operating system is up.
 */
export function shutDown(moment: Moment, node: string, restart: boolean): RefusalReason | null {
  const { world, parameters } = moment;
  const system = must(world.systems, node);
  if (system.value !== 'up') return { code: 'system-not-up', node, state: system.value };
  const { service } = must(world.nodes, node);
  const reason = { because: causes([system.since, service.since]), rule: null };
  const hosts = hostedBy(moment, node).join(' ');
  const values = { node, restart, service: service.value, hosts };
  const since = moment.occur('node-shutting-down', node, values, reason);
  world.systems[node] = { value: 'shutting-down', since };
  world.waitingForPower[node] = restart;
  if (service.value === 'running' && parameters.shutdownIsAnnounced === 1) {
    leave(moment, node, restart ? 'restart' : 'shut-down', since);
    return null;
  }
  if (!moment.plan.quorum) endService(moment, node, since);
  else if (service.value !== 'stopped') stopService(moment, node, 'node-shut-down', [since]);
  moment.later(moment.at + parameters.shutdownDuration, SHUT_DOWN_ENDS, node);
  return null;
}

/** Makes a node's operating system stand still. Refused unless it is up. */
export function hang(moment: Moment, node: string): RefusalReason | null {
  const { world } = moment;
  const system = must(world.systems, node);
  if (system.value === 'hung') return { code: 'already-so', part: node, state: 'hung' };
  if (system.value !== 'up') return { code: 'system-not-up', node, state: system.value };
  const reason = { because: causes([system.since]), rule: null };
  const since = moment.occur('node-hung', node, { node }, reason);
  world.systems[node] = { value: 'hung', since };
  world.hungAt[node] = moment.at;
  freeze(moment, node);
  return null;
}

/** Lets a node's operating system go on where it stood still. Refused unless it is hung. */
export function wake(moment: Moment, node: string): RefusalReason | null {
  const { world } = moment;
  const system = must(world.systems, node);
  if (system.value === 'up') return { code: 'already-so', part: node, state: 'up' };
  if (system.value !== 'hung') return { code: 'system-not-up', node, state: system.value };
  const hungMs = moment.at - must(world.hungAt, node);
  const reason = { because: causes([system.since]), rule: null };
  const since = moment.occur('node-woke', node, { node, hungMs }, reason);
  world.systems[node] = { value: 'up', since };
  thaw(moment, node, since);
  return null;
}
