import type { PhaseKey } from '#story';

/** What people call the phases of a run. */
export const PHASE_NAMES: Readonly<Record<PhaseKey, string>> = {
  rest: 'At rest',
  fault: 'The fault',
  silence: 'Silence',
  detection: 'Detection',
  regroup: 'Regroup',
  arbitration: 'Arbitration',
  disks: 'Disks, address, name',
  services: 'Services',
  recovery: 'Recovery',
  clients: 'Clients back',
  done: 'Steady again',
};
