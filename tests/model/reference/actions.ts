import type { Action } from '#model';
import { definitionOf, hostOf } from './behaviour.ts';
import { canRestore, readLater, replaceDisk } from './databases.ts';
import { loseHeartbeats } from './hearing.ts';
import { get, tell } from './machine.ts';
import type { Machine, Node } from './machine.ts';
import { operate } from './operate.ts';
import { feed, hang, powerOff, powerOn, shutDown, wake } from './power.ts';
import { hasFeed } from './reach.ts';
import { harm } from './resources.ts';

type PartKind = 'network' | 'switch' | 'cable' | 'path';

function factsOf(machine: Machine, part: string): [PartKind, Record<string, boolean>] {
  if (part in machine.networks) return ['network', machine.networks];
  if (part in machine.switches) return ['switch', machine.switches];
  if (part in machine.cables) return ['cable', machine.cables];
  return ['path', machine.paths];
}

function connect(machine: Machine, part: string, whole: boolean): void {
  const [kind, facts] = factsOf(machine, part);
  if (facts[part] === whole) return;
  facts[part] = whole;
  tell(machine, `${kind}-${whole ? 'mended' : 'cut'}`, part);
  loseHeartbeats(machine);
}

function breakPart(machine: Machine, part: string, works: boolean): void {
  const verb = works ? 'repaired' : 'failed';
  const disk = machine.disks[part];
  if (part in machine.feeds) {
    if (machine.feeds[part] !== works) feed(machine, part, works);
  } else if (disk) {
    if (disk.works === works) return;
    disk.works = works;
    tell(machine, `disk-${verb}`, part);
    if (works) replaceDisk(machine, part);
  } else if (part in machine.controllers) {
    if (machine.controllers[part] === works) return;
    machine.controllers[part] = works;
    tell(machine, `controller-${verb}`, part);
  } else if (part === machine.plan.scenario.array.id) {
    if (machine.array === works) return;
    machine.array = works;
    tell(machine, `array-${verb}`, part);
  } else if (machine.witness !== works) {
    machine.witness = works;
    tell(machine, `witness-${verb}`, part);
  }
}

type PowerVerb = 'power-on' | 'power-off' | 'shut-down' | 'restart' | 'hang' | 'wake';

function power(machine: Machine, node: Node, verb: PowerVerb): void {
  switch (verb) {
    case 'power-on':
      if (!node.power && hasFeed(machine, node.id)) powerOn(machine, node);
      return;
    case 'power-off':
      if (node.power) powerOff(machine, node, false);
      return;
    case 'shut-down':
    case 'restart':
      if (node.system === 'up') shutDown(machine, node, verb === 'restart');
      return;
    case 'hang':
      if (node.system === 'up') hang(machine, node);
      return;
    case 'wake':
      if (node.system === 'hung') wake(machine, node);
  }
}

/** Only these have a process that somebody can end beside the cluster. */
const WITH_PROCESS = ['system-attendant', 'information-store', 'generic'];

type ProcessVerb = 'crash' | 'hang-service' | 'stop-service' | 'start-service';

function disturb(machine: Machine, id: string, verb: ProcessVerb): void {
  if (!WITH_PROCESS.includes(definitionOf(machine, id).type)) return;
  const resource = get(machine.resources, id);
  const { health, state } = resource;
  const isRunning = state === 'online' || (verb !== 'start-service' && state.endsWith('-pending'));
  if (!isRunning || get(machine.nodes, hostOf(machine, id)).system === 'hung') return;
  const [kind, next, from] = {
    crash: ['resource-crashed', 'crashed', ['well', 'hung']] as const,
    'hang-service': ['resource-hung', 'hung', ['well']] as const,
    'stop-service': ['resource-stopped-outside', 'stopped', ['well']] as const,
    'start-service': ['resource-started-outside', 'well', ['crashed', 'stopped']] as const,
  }[verb];
  const before: readonly string[] = from;
  if (!before.includes(health)) return;
  tell(machine, kind, id);
  harm(machine, resource, next);
}

type DataVerb = 'damage-page' | 'back-up' | 'restore-backup';

function treatData(machine: Machine, id: string, verb: DataVerb): void {
  const database = machine.databases[id];
  if (!database) return;
  const { backupDuration, restoreDuration } = machine.plan.scenario.parameters;
  const owner = hostOf(machine, id);
  if (verb === 'damage-page') {
    if (database.damaged || database.fileGone) return;
    tell(machine, 'database-damaged', id);
    database.damaged = true;
    readLater(machine, database);
  } else if (verb === 'back-up') {
    const isOnline = get(machine.resources, id).state === 'online' && database.mountedBy !== null;
    const isAwake = get(machine.nodes, owner).system !== 'hung';
    if (!isOnline || !isAwake || database.backedUpAt !== null) return;
    tell(machine, 'backup-started', id);
    database.copiedBy = owner;
    database.backedUpAt = machine.now + backupDuration;
  } else if (database.restoredAt === null && canRestore(machine, id, owner)) {
    tell(machine, 'restore-started', id);
    database.copiedBy = owner;
    database.restoredAt = machine.now + restoreDuration;
  }
}

/** Does something to the machine; what makes no sense now changes nothing. */
export function act(machine: Machine, action: Action): void {
  switch (action.verb) {
    case 'power-on':
    case 'power-off':
    case 'shut-down':
    case 'restart':
    case 'hang':
    case 'wake':
      return power(machine, get(machine.nodes, action.part), action.verb);
    case 'cut':
    case 'mend':
      return connect(machine, action.part, action.verb === 'mend');
    case 'fail':
    case 'repair':
      return breakPart(machine, action.part, action.verb === 'repair');
    case 'hang-service':
      if (action.part in machine.nodes) return operate(machine, action);
      return disturb(machine, action.part, action.verb);
    case 'crash':
    case 'stop-service':
    case 'start-service':
      return disturb(machine, action.part, action.verb);
    case 'damage-page':
    case 'back-up':
    case 'restore-backup':
      return treatData(machine, action.part, action.verb);
    case 'move':
    case 'set':
    case 'bring-online':
    case 'take-offline':
    case 'pause-node':
    case 'resume-node':
    case 'force-quorum':
    case 'start-cluster-service':
    case 'stop-cluster-service':
      return operate(machine, action);
  }
}
