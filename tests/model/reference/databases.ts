import { hasDisk, hostOf, isDown, storeWorks } from './behaviour.ts';
import { failResource, forgetFailures } from './failing.ts';
import { get, tell } from './machine.ts';
import type { Database, Machine } from './machine.ts';
import { reachesFiles } from './reach.ts';
import { abortBackup, stopUse } from './using.ts';

/** A node dismounts a database in order. */
export function dismount(machine: Machine, id: string, node: string): void {
  stopUse(machine, id, node, false);
}

/** A database is mounted; one with a damaged page is going to find that again. */
export function mount(machine: Machine, id: string): void {
  const database = machine.databases[id];
  if (!database) return;
  const mounted = { mountedBy: hostOf(machine, id), mountedAt: machine.now };
  Object.assign(database, { ...mounted, dirty: false, logsGone: false });
  if (database.damaged && (database.readAt ?? 0) <= machine.now) readLater(machine, database);
}

/** Some time after the damage, or the mount, somebody reads the page. */
export function readLater(machine: Machine, database: Database): void {
  database.readAt = machine.now + machine.plan.scenario.parameters.damagedPageReadDelay;
}

const holding = (machine: Machine, id: string, holds: 'database' | 'logs'): readonly string[] =>
  get(machine.plan.disksOf, id).filter((disk) => get(machine.plan.diskOf, disk).holds === holds);

/** A replaced disk is empty. */
export function replaceDisk(machine: Machine, disk: string): void {
  for (const [id, database] of Object.entries(machine.databases)) {
    if (!get(machine.plan.disksOf, id).includes(disk)) continue;
    if (holding(machine, id, 'database').includes(disk)) {
      database.fileGone = true;
      interruptRestore(machine, id, database);
    }
    if (holding(machine, id, 'logs').includes(disk)) {
      database.logsGone = true;
      database.logsSinceBackupGone = true;
    }
    if (database.mountedBy !== null && get(machine.resources, id).state === 'online')
      failResource(machine, id, 'access');
  }
}

/** Whether a backup can be copied back by a node: it runs, can write the disk, and nobody uses that. */
export function canRestore(machine: Machine, id: string, by: string): boolean {
  const { service, system } = get(machine.nodes, by);
  const runs =
    (service === 'running' || service === 'hung') &&
    (system === 'up' || system === 'shutting-down');
  const writes = holding(machine, id, 'database').every(
    (disk) =>
      reachesFiles(machine, by, disk) && [null, by].includes(get(machine.disks, disk).renewedBy),
  );
  return runs && writes && isDown(machine, id) && get(machine.databases, id).mountedBy === null;
}

function interruptRestore(machine: Machine, id: string, database: Database): void {
  if (database.restoredAt === null) return;
  tell(machine, 'restore-interrupted', id);
  database.restoredAt = null;
}

/** A restore ends with the server that makes it, or when that has the group no more. */
export function interruptRestores(machine: Machine): void {
  for (const [id, database] of Object.entries(machine.databases)) {
    const { copiedBy } = database;
    const isGone = get(machine.nodes, copiedBy).service === 'stopped';
    if (isGone || hostOf(machine, id) !== copiedBy) interruptRestore(machine, id, database);
  }
}

function endRestore(machine: Machine, id: string, database: Database): void {
  const { logGenerationPeriod } = machine.plan.scenario.parameters;
  if (!canRestore(machine, id, database.copiedBy)) return interruptRestore(machine, id, database);
  database.restoredAt = null;
  const logs = database.logsSinceBackupGone
    ? 0
    : Math.max(0, Math.floor((database.stoppedAt - database.backupAt) / logGenerationPeriod));
  tell(machine, 'restore-ended', id, String(logs));
  Object.assign(database, { fileGone: false, logsGone: false, dirty: logs > 0, logs });
  database.damaged = false;
  database.readAt = null;
  const group = get(machine.groups, get(machine.resources, id).group);
  forgetFailures(machine, group.id);
  for (const one of get(machine.plan.groups, group.id).resources) {
    const resource = get(machine.resources, one.id);
    if (resource.state === 'failed') resource.state = 'offline';
  }
  if (group.aim !== 'offline') group.aim = 'online';
}

function endBackup(machine: Machine, id: string, database: Database): void {
  if (database.damaged) return abortBackup(machine, id, database);
  tell(machine, 'backup-ended', id);
  database.backedUpAt = null;
  database.backupAt = machine.now;
  database.logsSinceBackupGone = false;
}

/** Somebody reads the bad page of a database that is in use. */
function readPage(machine: Machine, id: string, database: Database): void {
  const isUsed = database.mountedBy !== null && get(machine.resources, id).state === 'online';
  if (!isUsed || !storeWorks(machine, id)) return;
  database.readAt = null;
  failResource(machine, id, 'damage');
}

/** What databases do at this instant: a restore or a backup is complete, a damaged page is read. */
export function stepDatabase(machine: Machine, id: string): void {
  const database = get(machine.databases, id);
  const isAwake = (node: string | null): boolean =>
    node !== null && get(machine.nodes, node).system !== 'hung';
  if (database.readAt === machine.now && isAwake(database.mountedBy))
    readPage(machine, id, database);
  if (!isAwake(database.copiedBy)) return;
  if (database.backedUpAt === machine.now) endBackup(machine, id, database);
  if (database.restoredAt === machine.now) endRestore(machine, id, database);
}

/** What a node does with databases ends as much later as it stood still. */
export function postpone(machine: Machine, node: string, stood: number): void {
  const later = (at: number | null): number | null => (at === null ? null : at + stood);
  for (const database of Object.values(machine.databases)) {
    if (database.copiedBy === node) {
      database.restoredAt = later(database.restoredAt);
      database.backedUpAt = later(database.backedUpAt);
    }
    if (database.mountedBy === node) database.readAt = later(database.readAt);
  }
}

/** Whether clients that ask a node for a database are answered. */
export function isMounted(machine: Machine, id: string, node: string): boolean {
  const isOnline = get(machine.resources, id).state === 'online';
  const disks = get(machine.plan.disksOf, id);
  return (
    isOnline &&
    get(machine.databases, id).mountedBy === node &&
    disks.every((disk) => hasDisk(machine, node, disk))
  );
}
