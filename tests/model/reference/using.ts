import { tell } from './machine.ts';
import type { Database, Machine } from './machine.ts';

/** The logs between the checkpoint and the newest one. */
function logsBehind(machine: Machine, { mountedAt }: Database): number {
  const { checkpointDepthLogs, logGenerationPeriod } = machine.plan.scenario.parameters;
  if (mountedAt === null) return checkpointDepthLogs;
  const written = Math.floor((machine.now - mountedAt) / logGenerationPeriod) + 1;
  return Math.min(checkpointDepthLogs, written);
}

export function abortBackup(machine: Machine, id: string, database: Database): void {
  if (database.backedUpAt === null) return;
  database.backedUpAt = null;
  tell(machine, 'backup-aborted', id);
}

export function stopUse(machine: Machine, id: string, node: string, dirty: boolean): void {
  const database = machine.databases[id];
  if (!database || database.mountedBy !== node) return;
  if (dirty) database.logs = logsBehind(machine, database);
  database.dirty = dirty;
  database.mountedBy = null;
  database.stoppedAt = machine.now;
  abortBackup(machine, id, database);
}

/** A database that a node has in use loses its server: what is only in its logs must be replayed. */
export function dropDatabase(machine: Machine, id: string, node: string): void {
  stopUse(machine, id, node, true);
}
