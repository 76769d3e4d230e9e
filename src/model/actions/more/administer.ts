import { must } from '../../kernel/lookup.ts';
import { causes } from '../../kernel/rule.ts';
import { actingIn, begin, decideAbout, settle, takeGroups } from '../../cluster/index.ts';
import {
  beginRival,
  changeHeartbeats,
  hostedBy,
  keptOutBy,
  leave,
  leaveOffline,
  rhythmsOf,
  standStill,
} from '../../cluster/more/index.ts';
import { numberOf, propertyKey, PROPERTIES } from '../../properties/index.ts';
import type { PropertyName } from '../../properties/names.ts';
import { isLateEnough } from '../../properties/retry-period.ts';
import type { Moment } from '../../world/moment.ts';
import { GROUP_DECIDES } from '../../world/task.ts';
import { bringResourceOnline, takeGroupOffline, takeResourceOffline } from './offline.ts';
import type { Action, PlainAction, RefusalReason, Verb } from '../types.ts';

/** Whether a node's cluster service runs and its operating system answers; else the refusal. */
function memberRefusal({ world }: Moment, node: string): RefusalReason | null {
  const system = must(world.systems, node).value;
  if (system !== 'up') return { code: 'system-not-up', node, state: system };
  const { service } = must(world.nodes, node);
  return service.value === 'running' ? null : { code: 'not-a-member', node };
}

function pause(moment: Moment, node: string, value: boolean): RefusalReason | null {
  const refusal = memberRefusal(moment, node);
  if (refusal) return refusal;
  const self = must(moment.world.nodes, node);
  if (self.paused.value === value)
    return { code: 'already-so', part: node, state: value ? 'paused' : 'not paused' };
  const because = causes([self.paused.since, self.service.since]);
  const kind = value ? 'node-paused' : 'node-resumed';
  const since = moment.occur(kind, node, { node }, { because, rule: null });
  self.paused = { value, since };
  // What nobody else could have may have waited for it.
  if (!value) takeGroups(moment, node);
  return null;
}

function startService(moment: Moment, node: string): RefusalReason | null {
  const system = must(moment.world.systems, node);
  if (system.value !== 'up') return { code: 'system-not-up', node, state: system.value };
  const self = must(moment.world.nodes, node);
  if (self.service.value !== 'stopped')
    return { code: 'already-so', part: node, state: self.service.value };
  const by = keptOutBy(moment, node);
  if (by !== null) return { code: 'kept-out', node, by };
  const because = causes([self.service.since, system.since]);
  const reason = { because, rule: null };
  const since = moment.occur('cluster-service-start-requested', node, { node }, reason);
  self.startsItself = { value: true, since };
  self.restartBase = moment.at;
  return null;
}

function stopServiceInOrder(moment: Moment, node: string): RefusalReason | null {
  const refusal = memberRefusal(moment, node);
  if (refusal) return refusal;
  const self = must(moment.world.nodes, node);
  if (self.leaving.value !== 'no') return { code: 'already-so', part: node, state: 'stopping' };
  const because = causes([self.service.since]);
  const values = { node, hosts: hostedBy(moment, node).join(' ') };
  const since = moment.occur('cluster-service-stopping', node, values, { because, rule: null });
  leave(moment, node, 'stop', since);
  return null;
}

/**
 * Makes a node go on without the quorum (/fixquorum and /forcequorum on Windows Server 2003, a forced
 * start on 2008). Where others run, there are then two parts that know nothing of each other.
 */
function forceQuorum(moment: Moment, node: string): RefusalReason | null {
  const { world, plan } = moment;
  const system = must(world.systems, node);
  if (system.value !== 'up') return { code: 'system-not-up', node, state: system.value };
  const self = must(world.nodes, node);
  if (self.service.value !== 'stopped') return { code: 'has-quorum', node };
  const others = plan.nodes.filter((other) => must(world.nodes, other).service.value !== 'stopped');
  const because = causes([
    self.service.since,
    system.since,
    ...plan.nodes.map((other) => must(world.nodes, other).service.since),
  ]);
  const forced = moment.occur('quorum-forced', node, { node }, { because, rule: null });
  const values = { node, to: 'force' } as const;
  const reason = { because: [forced], rule: 'force-cluster' };
  const since = moment.occur('cluster-service-started', node, values, reason);
  begin(moment, node, 'running', since);
  if (!self.startsItself.value) self.startsItself = { value: true, since };
  self.forced = true;
  if (others.length > 0) {
    beginRival(moment, node, since);
    for (const group of plan.scenario.groups)
      moment.later(moment.at, GROUP_DECIDES, group.id, self.formation);
  }
  settle(moment, node, [node], since);
  leaveOffline(moment, node, since);
  return null;
}

/** What is against a period of a resource beside its other one. */
function periodRefusal(
  moment: Moment,
  resource: string,
  property: PropertyName,
  value: number,
): RefusalReason | null {
  if (property === 'RetryPeriodOnFailure') {
    const leastMs = numberOf(moment, resource, 'RestartPeriod').value;
    if (!isLateEnough(value, leastMs)) return { code: 'below-restart-period', resource, leastMs };
  }
  if (property === 'RestartPeriod') {
    const mostMs = numberOf(moment, resource, 'RetryPeriodOnFailure').value;
    if (!isLateEnough(mostMs, value)) return { code: 'above-retry-period', resource, mostMs };
  }
  return null;
}

function setProperty(
  moment: Moment,
  { part, property, value }: Extract<Action, { verb: 'set' }>,
): RefusalReason | null {
  const { world, plan } = moment;
  const isOfCluster = PROPERTIES[property].of === 'cluster';
  if (isOfCluster && plan.scenario.profile !== 'windows-server-2008')
    return { code: 'not-in-profile', what: property };
  if (isOfCluster && actingIn(moment, 0).length === 0) return { code: 'no-cluster', verb: 'set' };
  const refusal = part === null ? null : periodRefusal(moment, part, property, Number(value));
  if (refusal) return refusal;
  const key = propertyKey(part, property);
  const before = world.properties[key];
  if (before?.value === value) return { code: 'already-so', part: key, state: String(value) };
  const rhythms = rhythmsOf(moment);
  const because = causes(before ? [before.since] : []);
  const subject = part ?? plan.nodes[0] ?? '';
  const values = { property: key, value };
  const since = moment.occur('property-set', subject, values, { because, rule: null });
  world.properties = { ...world.properties, [key]: { value, since } };
  if (isOfCluster) changeHeartbeats(moment, rhythms);
  // What has failed may be restarted after all, or fail over.
  if (part !== null) decideAbout(moment, part);
  return null;
}

/** Verbs that make no sense for a server that stands alone. */
const OF_A_CLUSTER: ReadonlySet<Verb> = new Set([
  'pause-node',
  'resume-node',
  'force-quorum',
  'start-cluster-service',
  'stop-cluster-service',
  'hang-service',
]);

/** The cluster service of a node stands still; its network driver goes on sending heartbeats. */
function hangClusterService(moment: Moment, node: string): RefusalReason | null {
  const refusal = memberRefusal(moment, node);
  if (refusal) return refusal;
  const self = must(moment.world.nodes, node);
  const because = causes([self.service.since]);
  const since = moment.occur('cluster-service-hung', node, { node }, { because, rule: null });
  standStill(moment, node, since);
  return null;
}

type Operation = Extract<Action, { verb: 'set' }> | PlainAction<OperationVerb>;

type OperationVerb =
  | 'hang-service'
  | 'take-offline'
  | 'bring-online'
  | 'pause-node'
  | 'resume-node'
  | 'force-quorum'
  | 'start-cluster-service'
  | 'stop-cluster-service';

/** What an administrator does to the cluster, or why it is refused. */
export function performOperation(moment: Moment, action: Operation): RefusalReason | null {
  const { plan } = moment;
  if (!plan.quorum && OF_A_CLUSTER.has(action.verb))
    return { code: 'no-cluster', verb: action.verb };
  const isGroup = action.part !== null && plan.groups[action.part] !== undefined;
  switch (action.verb) {
    case 'set':
      return setProperty(moment, action);
    case 'take-offline':
      return (isGroup ? takeGroupOffline : takeResourceOffline)(moment, action.part);
    case 'bring-online':
      return bringResourceOnline(moment, action.part);
    case 'hang-service':
      return hangClusterService(moment, action.part);
    case 'pause-node':
      return pause(moment, action.part, true);
    case 'resume-node':
      return pause(moment, action.part, false);
    case 'force-quorum':
      return forceQuorum(moment, action.part);
    case 'start-cluster-service':
      return startService(moment, action.part);
    case 'stop-cluster-service':
      return stopServiceInOrder(moment, action.part);
  }
}
