import type { Fact } from '../kernel/fact.ts';

/** What is physically true, whatever any node believes. */
export interface HardwareWorld {
  readonly power: Record<string, Fact<'on' | 'off'>>;
  /** The operating system of each node. */
  readonly systems: Record<string, Fact<'up' | 'booting' | 'down'>>;
  readonly networks: Record<string, Fact<'up' | 'cut'>>;
  /** By cable id, such as `NODE1.public`. */
  readonly cables: Record<string, Fact<'connected' | 'cut'>>;
  /** By path id, such as `NODE1.path-1`. */
  readonly paths: Record<string, Fact<'connected' | 'cut'>>;
  array: Fact<'working' | 'failed'>;
  readonly disks: Record<string, Fact<'working' | 'failed'>>;
  /** The SCSI reservation that each disk itself remembers; null when a reset has cleared it. */
  readonly reservations: Record<string, Fact<string | null>>;
}
