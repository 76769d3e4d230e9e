import type { Instant } from '#model';
import type { NodeActivity } from '../chronicle.ts';
import type { Service } from '../measured.ts';
import type { PhaseKey } from '../phases.ts';

/** A state as it is drawn: a colour, a glyph and a word always go together. */
export type Tone = 'online' | 'pending' | 'failed' | 'offline';

/** What pressing a part of the picture does. */
export interface Press {
  /** In the grammar of actions, such as `power-off NODE1`. */
  readonly action: string;
  /** What it does, as a command: `Cut NODE1's power`. */
  readonly label: string;
  /** True for what breaks something, false for what mends or moves. */
  readonly breaks: boolean;
}

export interface WireView {
  readonly id: string;
  readonly whole: boolean;
  /** True when something goes over it: both ends live. */
  readonly live: boolean;
  readonly press: Press;
}

export interface ResourceView {
  readonly id: string;
  readonly label: string;
  readonly tone: Tone;
  readonly word: string;
  /** How high it stands: 0 depends on nothing, each dependent is one above its highest provider. */
  readonly level: number;
  readonly dependsOn: readonly string[];
}

export interface NodeView {
  readonly id: string;
  readonly activity: NodeActivity;
  readonly tone: Tone;
  readonly word: string;
  readonly press: Press;
  readonly cables: readonly WireView[];
  readonly path: WireView;
  /** The resources of the subject's group where this node owns it, else none. */
  readonly resources: readonly ResourceView[];
  /** What stands in an empty cabinet. */
  readonly note: string;
}

export interface HeartbeatView {
  readonly network: string;
  readonly tone: Tone;
  readonly word: string;
  readonly press: Press;
  readonly whole: boolean;
}

export interface DiskView {
  readonly id: string;
  readonly letter: string;
  readonly holds: string;
  readonly tone: Tone;
  /** Who has it, or what is wrong with it. */
  readonly word: string;
  readonly press: Press;
}

export interface ClientsView {
  readonly count: number;
  readonly connected: number;
  /** One for every tenth part or so of the clients: how many marks of how many are connected. */
  readonly marks: readonly boolean[];
  readonly word: string;
  readonly tone: Tone;
}

/** Where the clustered mailbox server's name and address are. */
export interface IdentityView {
  readonly group: string;
  readonly name: string;
  readonly address: string;
  readonly owner: string;
  /** Index of the owner's cabinet. */
  readonly place: number;
  readonly tone: Tone;
  readonly press: Press | null;
}

export interface CaptionView {
  /** The part it stands beside: a node, the array, or else the network that was touched. */
  readonly about: string;
  readonly text: string;
}

/** The whole picture at an instant, in words and states: what the stage draws, nothing else. */
export interface Frame {
  readonly at: Instant;
  readonly phase: PhaseKey;
  readonly service: Service;
  readonly owner: string;
  readonly clients: ClientsView;
  readonly publicNetwork: WireView;
  readonly nodes: readonly NodeView[];
  /** Null for a server that stands alone. */
  readonly heartbeat: HeartbeatView | null;
  readonly array: {
    readonly id: string;
    readonly name: string;
    readonly tone: Tone;
    readonly word: string;
    readonly press: Press;
  };
  readonly disks: readonly DiskView[];
  readonly identity: IdentityView;
  /** What can be done beside pressing parts of the picture: restoring a backup, waking a node. */
  readonly chores: readonly Press[];
  readonly caption: CaptionView | null;
}
