import type { Finding } from '../kernel/rule.ts';
import type { HardwareWorld } from '../world/hardware.ts';

type Found = Record<string, Finding>;

/**
 * What has been found out about a machine room since it last changed: it is asked far more often
 * than it changes. By network, then by node; ways by sender and receiver; disks by disk, then by node.
 */
interface Known {
  readonly links: Record<string, Found>;
  readonly networks: Record<string, Found>;
  readonly ways: Record<string, Record<string, Found>>;
  readonly talks: Record<string, Found>;
  readonly arrays: Found;
  readonly disks: Record<string, Found>;
}

const KNOWN = new WeakMap<HardwareWorld, Known>();

// Nearly every question is about the world that was asked about before.
let last: HardwareWorld | null = null;
let knownOfLast: Known = nothing();

function nothing(): Known {
  return { links: {}, networks: {}, ways: {}, talks: {}, arrays: {}, disks: {} };
}

/** What is known of a world's hardware so far; whoever finds out more adds it. */
export function knownOf(world: HardwareWorld): Known {
  if (world === last) return knownOfLast;
  return keep(world, KNOWN.get(world) ?? nothing());
}

function keep(world: HardwareWorld, known: Known): Known {
  KNOWN.set(world, known);
  last = world;
  knownOfLast = known;
  return known;
}

/** To be told of every change of what is connected or works. */
export function rewired(world: HardwareWorld): void {
  keep(world, nothing());
}

/** To be told when a node's power changes: only what it reads and writes depends on that. */
export function repowered(world: HardwareWorld): void {
  keep(world, { ...knownOf(world), arrays: {}, disks: {} });
}

/** A copy of a world has the same hardware, so what is known of the one is known of the other. */
export function sameHardware(world: HardwareWorld, copy: HardwareWorld): void {
  KNOWN.set(copy, knownOf(world));
}
