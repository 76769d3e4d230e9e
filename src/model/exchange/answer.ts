import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { any, both, every, found, is, YES } from '../kernel/rule.ts';
import { hasNetwork } from '../hardware/index.ts';
import type { ResourceDefinition } from '../scenario/types.ts';
import { resourceIn } from '../world/formation.ts';
import type { Moment, World } from '../world/moment.ts';
import { hostsOf } from '../world/truth.ts';
import type { Host } from '../world/truth.ts';
import { servesMailboxes } from './clients.ts';
import { hasDisk } from './database.ts';

/** What can be looked at without changing anything. */
type Scene = Pick<Moment, 'plan' | 'world' | 'parameters'>;

function isWell({ world }: Scene, { formation }: Host, id: string): Finding {
  const { state, health } = resourceIn(world, formation, id);
  return both(is(state, 'online'), is(health, 'well'));
}

/** An address answers where it is online, over its network, and if routers know where that is. */
function addressAnswers(scene: Scene, host: Host, id: string): Finding {
  const { plan, world, parameters } = scene;
  const { network = '' } = must(plan.resources, id);
  return every([
    hasNetwork(plan, world, host.node, network),
    isWell(scene, host, id),
    ...(parameters.gratuitousArpAccepted === 0 ? [is(world.addressKnownAt, host.node)] : []),
  ]);
}

/** Whether one resource does its part for clients. The System Attendant is not asked when one reads mail. */
function answers(scene: Scene, host: Host, resource: ResourceDefinition): Finding {
  const { resources } = must(scene.plan.groupOf, resource.id);
  const isAddress = (id: string): boolean => must(scene.plan.resources, id).type === 'ip-address';
  const whole = !servesMailboxes(scene.plan);
  switch (resource.type) {
    case 'ip-address': {
      const among = resources.some(
        ({ type, dependsOn, dependsOnAny }) =>
          type === 'network-name' && dependsOnAny && dependsOn.includes(resource.id),
      );
      return among ? YES : addressAnswers(scene, host, resource.id);
    }
    case 'network-name': {
      const addresses = resource.dependsOnAny ? resource.dependsOn.filter(isAddress) : [];
      const ways = addresses.map((id) => addressAnswers(scene, host, id));
      const itself = isWell(scene, host, resource.id);
      return ways.length > 0 ? both(itself, any(ways)) : itself;
    }
    case 'information-store':
      return isWell(scene, host, resource.id);
    case 'physical-disk':
      return whole
        ? both(hasDisk(scene, host.node, resource.disk ?? ''), isWell(scene, host, resource.id))
        : YES;
    case 'system-attendant':
    case 'generic':
      return whole ? isWell(scene, host, resource.id) : YES;
    case 'mailbox-database':
      return YES;
  }
}

/** What every database of the subject needs before a client is answered for any of them. */
function nameAnswers(scene: Scene, host: Host): Finding {
  const { world, plan } = scene;
  const runs = is(must(world.systems, host.node), 'up', 'shutting-down');
  if (!runs.holds) return runs;
  const since = [...runs.since];
  for (const resource of plan.subject.resources) {
    const answer = answers(scene, host, resource);
    if (!answer.holds) return answer;
    since.push(...answer.since);
  }
  return { holds: true, since };
}

function databaseAnswers(scene: Scene, host: Host, id: string): Finding {
  const { world, plan } = scene;
  const { state, mountedBy } = must(world.databases, id);
  return every([
    ...must(plan.disksOf, id).map((disk) => hasDisk(scene, host.node, disk)),
    is(resourceIn(world, host.formation, id).state, 'online'),
    found(state.value === 'mounted' && mountedBy === host.node, state.since),
  ]);
}

/** What a client finds that asks one part of the cluster for everything. */
interface Found {
  readonly host: Host;
  readonly name: Finding;
  /** One for each database; for the name alone where that does not answer. */
  readonly findings: readonly Finding[];
  readonly answered: number;
}

interface Service {
  readonly value: World['service']['value'];
  readonly best: Found;
  readonly looks: readonly Found[];
}

function look(scene: Scene, host: Host, databases: readonly string[]): Found {
  const name = nameAnswers(scene, host);
  const findings =
    name.holds && databases.length > 0
      ? databases.map((database) => databaseAnswers(scene, host, database))
      : [name];
  return { host, name, findings, answered: findings.filter(({ holds }) => holds).length };
}

/** What a client finds that asks now: of each part of the cluster that has the subject, and of the best of them. */
export function findService(scene: Scene): Service {
  const { world, plan } = scene;
  const looks = hostsOf(world, plan.subject.id).map((host) => look(scene, host, plan.databases));
  const best = looks.reduce((one, other) => (other.answered > one.answered ? other : one));
  const all = Math.max(1, plan.databases.length);
  const value = best.answered === 0 ? 'down' : best.answered < all ? 'degraded' : 'online';
  return { value, best, looks };
}
