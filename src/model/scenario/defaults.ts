/**
 * What a part of a scenario is where its file says nothing. Pages carry only what differs, so the
 * reader's browser fills in the same.
 */
export const DEFAULTS = {
  scenario: { quorum: 'disk', feeds: [], switches: [], witness: null },
  /** Of a node, a switch and the array. */
  powered: { feeds: [] },
  node: { feeds: [], paths: 1, subnet: '1', bootDelay: 0 },
  network: { switches: [], teamed: false },
  array: { feeds: [], controllers: [] },
  group: { preferredOwners: [], failback: 'prevent', antiAffinity: null, properties: {} },
  resource: { dependsOn: [], dependsOnAny: false, restartAction: 'fail-over', properties: {} },
} as const;
