/** What can happen to things that can be touched. All are the immediate effect of an action. */
export interface HardwareOccurrences {
  'node-powered-off': { readonly node: string };
  'node-powered-on': { readonly node: string };
  'node-booted': { readonly node: string; readonly tookMs: number };
  'network-cut': { readonly network: string };
  'network-mended': { readonly network: string };
  'cable-cut': { readonly node: string; readonly network: string };
  'cable-mended': { readonly node: string; readonly network: string };
  'path-cut': { readonly node: string };
  'path-mended': { readonly node: string };
  'array-failed': { readonly array: string };
  'array-repaired': { readonly array: string };
  'disk-failed': { readonly disk: string };
  'disk-repaired': { readonly disk: string };
}
