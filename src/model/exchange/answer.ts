import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { anyOf, both, everyOf, found, is, YES } from '../kernel/rule.ts';
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
function addressAnswers(
  scene: Scene,
  host: Host,
  { id, network = '' }: ResourceDefinition,
): Finding {
  const { plan, world, parameters } = scene;
  const answer = both(hasNetwork(plan, world, host.node, network), isWell(scene, host, id));
  return parameters.gratuitousArpAccepted === 0
    ? both(answer, is(world.addressKnownAt, host.node))
    : answer;
}

/** Whether one resource does its part for clients. The System Attendant is not asked when one reads mail. */
function answers(scene: Scene, host: Host, resource: ResourceDefinition): Finding {
  const { plan } = scene;
  const { id, type, disk = '' } = resource;
  const isWhole = !servesMailboxes(plan);
  switch (type) {
    case 'ip-address': {
      const isOneOfSeveral = plan.subject.resources.some(
        (name) => name.type === 'network-name' && name.dependsOnAny && name.dependsOn.includes(id),
      );
      return isOneOfSeveral ? YES : addressAnswers(scene, host, resource);
    }
    case 'network-name': {
      const itself = isWell(scene, host, id);
      if (!resource.dependsOnAny) return itself;
      const addresses = resource.dependsOn
        .map((provider) => must(plan.resources, provider))
        .filter((provider) => provider.type === 'ip-address');
      const one = anyOf(addresses, (address) => addressAnswers(scene, host, address));
      return addresses.length > 0 ? both(itself, one) : itself;
    }
    case 'information-store':
      return isWell(scene, host, id);
    case 'physical-disk':
      return isWhole ? both(hasDisk(scene, host.node, disk), isWell(scene, host, id)) : YES;
    case 'system-attendant':
    case 'generic':
      return isWhole ? isWell(scene, host, id) : YES;
    case 'mailbox-database':
      return YES;
  }
}

/** What every database of the subject needs before a client is answered for any of them. */
function nameAnswers(scene: Scene, host: Host): Finding {
  const { world, plan } = scene;
  const runs = is(must(world.systems, host.node), 'up', 'shutting-down');
  if (!runs.holds) return runs;
  return both(
    runs,
    everyOf(plan.subject.resources, (resource) => answers(scene, host, resource)),
  );
}

function databaseAnswers(scene: Scene, host: Host, id: string): Finding {
  const { world, plan } = scene;
  const { state, mountedBy } = must(world.databases, id);
  const disks = everyOf(must(plan.disksOf, id), (disk) => hasDisk(scene, host.node, disk));
  const online = is(resourceIn(world, host.formation, id).state, 'online');
  const mounted = found(state.value === 'mounted' && mountedBy === host.node, state.since);
  return both(both(disks, online), mounted);
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
  const answered = findings.reduce((sum, { holds }) => (holds ? sum + 1 : sum), 0);
  return { host, name, findings, answered };
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
