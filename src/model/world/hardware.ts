import type { Fact } from '../kernel/fact.ts';
import type { Instant } from '../kernel/instant.ts';

/** Something that either does its work or has failed. */
export type Working = Fact<'working' | 'failed'>;

/** Something with two ends that can be cut through. */
export type Wired = Fact<'connected' | 'cut'>;

/** What is physically true, whatever any node believes. */
export interface HardwareWorld {
  readonly feeds: Record<string, Working>;
  readonly power: Record<string, Fact<'on' | 'off'>>;
  /** Nodes that start as soon as they are off and have power: their feeds failed, or they restart. */
  readonly waitingForPower: Record<string, boolean>;
  /** The operating system of each node. A hung one does nothing at all. */
  readonly systems: Record<string, Fact<'up' | 'booting' | 'shutting-down' | 'hung' | 'down'>>;
  /** When a hung node stood still. */
  readonly hungAt: Record<string, Instant>;
  readonly networks: Record<string, Fact<'up' | 'cut'>>;
  readonly switches: Record<string, Wired>;
  /** By cable id, such as `NODE1.public`. */
  readonly cables: Record<string, Wired>;
  /** By path id, such as `NODE1.path-1`. */
  readonly paths: Record<string, Wired>;
  readonly controllers: Record<string, Working>;
  array: Working;
  readonly disks: Record<string, Working>;
  witness: Working;
  /** The reservation that each disk itself remembers; null when a reset has cleared it. */
  readonly reservations: Record<string, Fact<string | null>>;
}
