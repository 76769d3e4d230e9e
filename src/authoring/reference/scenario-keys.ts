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
      subject: 'The group that status and readings describe; it need not be a mailbox server.',
      profile:
        'windows-server-2003 or windows-server-2008: which behaviour and which defaults apply.',
      seed: 'A whole number that decides where in their periods heartbeats and polls stand.',
      start: 'When a try acts where nobody is there to choose the moment: a duration.',
      parameters: 'Numbers of the register with other values: { regroupDuration: 5s }.',
      quorum:
        'Who decides which part of a cluster goes on: disk (unless told), node-majority, node-and-file-share-majority or node-and-disk-majority (Windows Server 2008).',
      feeds: 'A list of power feeds.',
      switches: 'A list of switches that networks are made of.',
      nodes: 'A list of servers: one that stands alone, or up to eight in a cluster.',
      networks: 'A list of networks; every server has a cable into each, NODE1.public.',
      storage: 'The disk array; every server has a path to it, NODE1.path-1.',
      witness: 'The file share that node-and-file-share-majority asks.',
      groups: 'A list of groups of resources.',
      try: 'A list of things to try, the first one first.',
    },
  },
  {
    what: 'a feed',
    where: 'an item of feeds',
    keys: { id: 'What actions call it.', name: 'What the picture calls it.' },
  },
  {
    what: 'a switch',
    where: 'an item of switches',
    keys: {
      id: 'What actions call it.',
      name: 'What the picture calls it.',
      feeds: 'Ids of its power feeds; one that works is enough. Without the key it has power.',
    },
  },
  {
    what: 'a node',
    where: 'an item of nodes',
    keys: {
      id: 'What actions and messages call it.',
      name: 'What the picture calls it.',
      feeds: 'Ids of its power feeds; one that works is enough. Without the key it has power.',
      paths: 'How many paths it has to the storage, 1 or 2: NODE1.path-1, NODE1.path-2.',
      subnet:
        'A name for the subnet it is in; without it, all are in one. Windows Server 2008 counts heartbeats between subnets by values of their own.',
      'boot-delay': 'How much longer it waits before it starts than the others: a duration.',
    },
  },
  {
    what: 'a network',
    where: 'an item of networks',
    keys: {
      id: 'What actions call it.',
      name: 'What the picture calls it.',
      role: 'internal (heartbeats), client (clients), mixed (both) or none.',
      switches:
        'Ids of the switches it is made of; nodes are plugged in by turns. Without the key it fails only as a whole.',
      teamed:
        'true: two adapters of a node act as one, with the cables NODE1.public and NODE1.public-2, on a switch each.',
    },
  },
  {
    what: 'the storage',
    where: 'storage',
    keys: {
      id: 'What actions call the array.',
      name: 'What the picture calls it.',
      feeds: 'Ids of its power feeds; one that works is enough. Without the key it has power.',
      controllers:
        'Ids of its controllers; a path leads to the one of its number, or to the only one.',
      disks: 'A list of disks.',
    },
  },
  {
    what: 'a disk',
    where: 'an item of storage.disks',
    keys: {
      id: 'What actions call it.',
      letter:
        "Its drive letter in quotes, such as 'Q:', or the folder it is mounted in, such as 'R:\\SG1'.",
      holds: 'quorum, logs, database or data.',
      root: 'Of a disk that is mounted in a folder: the id of the disk with that folder.',
    },
  },
  {
    what: 'the witness',
    where: 'witness',
    keys: {
      id: 'What actions call it.',
      name: 'What the picture calls it.',
      network: 'The network on which the nodes reach it.',
    },
  },
  {
    what: 'a group',
    where: 'an item of groups',
    keys: {
      id: 'What actions call it.',
      name: 'What the picture calls it.',
      owner: 'The node that has it at the start.',
      'preferred-owners': 'Ids of the nodes it should be on, the best first.',
      failback:
        'Whether it goes back to a preferred owner: prevent (unless told), immediate, or the hours of the day between which it may, such as 22-5.',
      'anti-affinity':
        'A word; groups with the same one keep away from each other where they can. Mailbox servers have the word exchange.',
      'failover-threshold': 'How often it fails over in its period before it is left failed.',
      'failover-period': 'The period in which its failovers are counted: a duration.',
      resources: 'A list of resources.',
    },
  },
  {
    what: 'a resource',
    where: 'an item of resources',
    keys: {
      id: 'What messages call it.',
      name: 'What the picture calls it.',
      type: 'physical-disk, ip-address, network-name, system-attendant, information-store, mailbox-database or generic.',
      'depends-on': 'Ids of resources of the same group that must be online first.',
      'depends-on-any':
        'In the place of depends-on: ids of resources of which one must be online first. Windows Server 2008.',
      'possible-owners': 'Ids of the nodes it can run on; without the key, all.',
      'affects-group':
        'Whether its group moves when it cannot be restarted; without it, true for all but those of Exchange, for which parameters decide.',
      restart: 'false: when it fails it is left failed.',
      'restart-threshold': 'How often it is restarted in its period before its group moves.',
      'restart-period': 'The period in which its failures are counted: a duration.',
      'retry-period':
        'When it is tried again after it was left failed: a duration not less than its restart-period; 4294967295ms stands for never.',
      'pending-timeout':
        'How long it may be coming online or going offline without a report: a duration.',
      'looks-alive': 'Time between two LooksAlive polls: a duration.',
      'is-alive': 'Time between two IsAlive polls: a duration.',
      disk: 'Of a physical-disk: the id of the disk.',
      disks:
        'Of a mailbox-database: ids of the disks with its files; without it, those it depends on.',
      network: 'Of an ip-address: the network it answers on.',
      address: 'Of an ip-address: such as 10.0.0.50.',
      online: 'Of a generic resource: how long it takes to come online, a duration.',
      offline: 'Of a generic resource: how long it takes to go offline, a duration.',
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
