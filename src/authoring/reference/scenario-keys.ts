/** A mapping of a scenario file: what it is called in messages, and its keys with what stands there. */
export interface MappingReference {
  /** As messages name it, and where it stands. */
  readonly what: string;
  readonly where: string;
  readonly keys: Readonly<Record<string, string>>;
}

/** Every key of a scenario file; a test holds them against the schema. */
export const SCENARIO_KEYS: readonly MappingReference[] = [
  {
    what: 'a scenario',
    where: 'the file',
    keys: {
      title: 'What it shows, in a few words.',
      version: 'A whole number. Changed content needs the next one, because links name it.',
      changes: 'For every version after the first, what changed: { 2: "…" }.',
      extends:
        'The scenario it is based on, one level deep. Mappings are merged; in lists, items of the same id; title, version, changes and try are not inherited.',
      subject: 'The group that status and readings describe.',
      profile: 'windows-server-2003',
      seed: 'A whole number that decides where in their periods heartbeats and polls stand.',
      start: 'When a try acts where nobody is there to choose the moment: a duration.',
      parameters: 'Numbers of the register with other values: { regroupDuration: 5s }.',
      nodes: 'A list of servers.',
      networks: 'A list of networks; every server has a cable into each, NODE1.public.',
      storage: 'The disk array; every server has a path to it, NODE1.path-1.',
      groups: 'A list of groups of resources.',
      try: 'A list of things to try, the first one first.',
    },
  },
  {
    what: 'a node',
    where: 'an item of nodes',
    keys: { id: 'What actions and messages call it.', name: 'What the picture calls it.' },
  },
  {
    what: 'a network',
    where: 'an item of networks',
    keys: {
      id: 'What actions call it.',
      name: 'What the picture calls it.',
      role: 'internal (heartbeats), client (clients) or mixed (both).',
    },
  },
  {
    what: 'the storage',
    where: 'storage',
    keys: {
      id: 'What actions call the array.',
      name: 'What the picture calls it.',
      disks: 'A list of disks.',
    },
  },
  {
    what: 'a disk',
    where: 'an item of storage.disks',
    keys: {
      id: 'What actions call it.',
      letter: 'Its drive letter in quotes, such as "Q:".',
      holds: 'quorum, logs or database.',
    },
  },
  {
    what: 'a group',
    where: 'an item of groups',
    keys: {
      id: 'What actions call it.',
      name: 'What the picture calls it.',
      owner: 'The node that has it at the start.',
      resources: 'A list of resources.',
    },
  },
  {
    what: 'a resource',
    where: 'an item of resources',
    keys: {
      id: 'What messages call it.',
      name: 'What the picture calls it.',
      type: 'physical-disk, ip-address, network-name, system-attendant, information-store or mailbox-database.',
      'depends-on': 'Ids of resources of the same group that must be online first.',
      'affects-group':
        'Whether its group moves when it cannot be restarted; without it, true for disks, address and name.',
      disk: 'Of a physical-disk: the id of the disk.',
      network: 'Of an ip-address: the network it answers on.',
      address: 'Of an ip-address: such as 10.0.0.50.',
    },
  },
  {
    what: 'a try',
    where: 'an item of try',
    keys: {
      id: 'What <Reading run="…"> and the command line call it.',
      label: 'What the button says.',
      do: 'A list of timed actions, each a duration after the start and an action: 0s power-off NODE1.',
      expect: 'A list of what must come true; npm test holds every run against it.',
    },
  },
  {
    what: 'an expectation',
    where: 'an item of expect',
    keys: {
      at: 'When, counted from the first action: for service and owner.',
      service: 'online, degraded, coming-back or down.',
      owner: 'The id of a node, or none.',
      outage: 'How long the service is away in the whole run.',
      messagesLost: 'How many messages are lost in the whole run.',
      never: 'two-owners: at no instant do two nodes write to one disk.',
    },
  },
  {
    what: 'an expected outage',
    where: 'outage',
    keys: { atLeast: 'A duration.', atMost: 'A duration.' },
  },
];
