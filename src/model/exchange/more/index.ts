/** What only some scenarios and actions need of Exchange. */
export { learnAddress } from './address.ts';
export { beginBackup, endBackup } from './backup.ts';
export { planReading, readDamage } from './damage.ts';
export { interruptJobs, jobFollowers } from './jobs.ts';
export { beginRestore, endRestore, restorerOf, restoreRule } from './restore.ts';
export { endStore, startStore } from './store.ts';
