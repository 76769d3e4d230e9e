import type { ServiceState } from '../world/cluster.ts';

/** What can happen to things that can be touched: the effect of an action, or of one on what feeds them. */
export interface HardwareOccurrences {
  /** By somebody's hand, or (rule `lose-power`) because every feed has failed. */
  'node-powered-off': { readonly node: string };
  /** By somebody's hand, or (rule `power-returns`) because a feed works again. */
  'node-powered-on': { readonly node: string };
  'node-booted': { readonly node: string; readonly tookMs: number };
  /**
   * The operating system shuts down in order; `restart` if it starts again afterwards. What the
   * cluster service did until then, and the groups that it hosts, decide what comes of it.
   */
  'node-shutting-down': {
    readonly node: string;
    readonly restart: boolean;
    readonly service: ServiceState;
    readonly hosts: string;
  };
  'node-shut-down': { readonly node: string };
  /** The operating system stops with a stop error, by the watchdog, and starts again. */
  'node-crashed': { readonly node: string };
  /** The operating system stands still: no heartbeat, no renewal, no answer. */
  'node-hung': { readonly node: string };
  'node-woke': { readonly node: string; readonly hungMs: number };
  'feed-failed': { readonly feed: string };
  'feed-repaired': { readonly feed: string };
  'network-cut': { readonly network: string };
  'network-mended': { readonly network: string };
  'switch-cut': { readonly switch: string };
  'switch-mended': { readonly switch: string };
  'cable-cut': { readonly node: string; readonly network: string; readonly cable: string };
  'cable-mended': { readonly node: string; readonly network: string; readonly cable: string };
  'path-cut': { readonly node: string; readonly path: string };
  'path-mended': { readonly node: string; readonly path: string };
  'controller-failed': { readonly controller: string };
  'controller-repaired': { readonly controller: string };
  'array-failed': { readonly array: string };
  'array-repaired': { readonly array: string };
  'disk-failed': { readonly disk: string };
  'disk-repaired': { readonly disk: string };
  'witness-failed': { readonly witness: string };
  'witness-repaired': { readonly witness: string };
  /** The process behind a resource ends; nobody has noticed yet. */
  'resource-crashed': { readonly resource: string; readonly node: string };
  /** The process behind a resource stands still. */
  'resource-hung': { readonly resource: string; readonly node: string };
  /** Somebody stopped the service without asking the cluster. */
  'resource-stopped-outside': { readonly resource: string; readonly node: string };
  'resource-started-outside': { readonly resource: string; readonly node: string };
}
