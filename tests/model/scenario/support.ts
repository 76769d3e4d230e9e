import { checkScenario } from '#model/schema';

/** What a scenario file of a whole cluster holds; plain data that a test may change. */
export function soundFile() {
  return {
    title: 'Two nodes',
    version: 1,
    subject: 'MAIL',
    profile: 'windows-server-2003',
    seed: 1,
    start: '1m',
    parameters: {} as Record<string, unknown>,
    nodes: [{ id: 'NODE1' }, { id: 'NODE2', name: 'The other' }],
    networks: [
      { id: 'private', role: 'internal' },
      { id: 'public', role: 'mixed' },
    ],
    storage: {
      id: 'array',
      disks: [
        { id: 'Q', letter: 'Q:', holds: 'quorum' },
        { id: 'E', letter: 'E:', holds: 'database' },
      ],
    },
    groups: [
      {
        id: 'Cluster',
        owner: 'NODE1',
        resources: [{ id: 'disk-Q', type: 'physical-disk', disk: 'Q' }],
      },
      {
        id: 'MAIL',
        owner: 'NODE1',
        resources: [
          { id: 'disk-E', type: 'physical-disk', disk: 'E' },
          { id: 'address', type: 'ip-address', network: 'public', address: '10.0.0.50' },
          { id: 'name', type: 'network-name', 'depends-on': ['address'] },
          { id: 'store', type: 'information-store', 'depends-on': ['name'] },
          { id: 'database', type: 'mailbox-database', 'depends-on': ['store', 'disk-E'] },
        ],
      },
    ],
    try: [
      {
        id: 'plug',
        label: 'Pull the plug',
        do: ['0s power-off NODE1'],
        expect: [{ at: '5m', service: 'online', owner: 'NODE2' }],
      },
    ],
  };
}

/** What a file of a larger cluster holds: two mailbox servers on three nodes, and everything doubled. */
export function largeFile() {
  return {
    title: 'Three nodes',
    version: 1,
    subject: 'MAIL1',
    profile: 'windows-server-2008',
    seed: 1,
    start: '1m',
    quorum: 'disk',
    feeds: [{ id: 'feed-1' }, { id: 'feed-2', name: 'The other feed' }],
    switches: [
      { id: 'switch-1', feeds: ['feed-1'] },
      { id: 'switch-2', feeds: ['feed-2'] },
    ],
    nodes: [
      { id: 'NODE1', feeds: ['feed-1', 'feed-2'], paths: 2 },
      { id: 'NODE2', feeds: ['feed-1', 'feed-2'], paths: 2, 'boot-delay': '15s' },
      { id: 'NODE3', feeds: ['feed-1', 'feed-2'], paths: 2, subnet: 'B' },
    ],
    networks: [
      { id: 'private', role: 'internal' },
      { id: 'public', role: 'mixed', switches: ['switch-1', 'switch-2'], teamed: true },
      { id: 'backup', role: 'none' },
    ],
    storage: {
      id: 'array',
      feeds: ['feed-1', 'feed-2'],
      controllers: ['controller-A', 'controller-B'],
      disks: [
        { id: 'Q', letter: 'Q:', holds: 'quorum' },
        { id: 'R', letter: 'R:', holds: 'data' },
        { id: 'SG1', letter: 'R:\\SG1', holds: 'database', root: 'R' },
        { id: 'L1', letter: 'L:', holds: 'logs' },
        { id: 'E2', letter: 'E:', holds: 'database' },
      ],
    },
    groups: [
      {
        id: 'Cluster',
        name: 'Cluster Group',
        owner: 'NODE3',
        resources: [{ id: 'disk-Q', type: 'physical-disk', disk: 'Q' }],
      },
      {
        id: 'MAIL1',
        owner: 'NODE1',
        'preferred-owners': ['NODE1', 'NODE3'],
        failback: '22-5',
        'failover-threshold': 2,
        'failover-period': '1h',
        resources: [
          { id: 'disk-R', type: 'physical-disk', disk: 'R' },
          { id: 'disk-SG1', type: 'physical-disk', disk: 'SG1', 'depends-on': ['disk-R'] },
          { id: 'disk-L1', type: 'physical-disk', disk: 'L1' },
          { id: 'address-1', type: 'ip-address', network: 'public', address: '10.0.0.50' },
          { id: 'address-2', type: 'ip-address', network: 'public', address: '10.0.1.50' },
          { id: 'name-1', type: 'network-name', 'depends-on-any': ['address-1', 'address-2'] },
          { id: 'attendant-1', type: 'system-attendant', 'depends-on': ['name-1'] },
          { id: 'store-1', type: 'information-store', 'depends-on': ['name-1'] },
          {
            id: 'database-1',
            type: 'mailbox-database',
            'depends-on': ['store-1', 'disk-SG1', 'disk-L1'],
            disks: ['SG1', 'L1'],
          },
        ],
      },
      {
        id: 'MAIL2',
        owner: 'NODE2',
        'anti-affinity': 'mail',
        resources: [
          { id: 'disk-E2', type: 'physical-disk', disk: 'E2' },
          {
            id: 'database-2',
            type: 'mailbox-database',
            'depends-on': ['disk-E2'],
            'possible-owners': ['NODE2', 'NODE3'],
          },
          {
            id: 'scanner',
            type: 'generic',
            online: '3s',
            offline: '1s',
            'restart-threshold': 5,
            'restart-period': '10m',
            'retry-period': '4294967295ms',
            'pending-timeout': '30s',
            'looks-alive': '10s',
            'is-alive': '2m',
          },
        ],
      },
    ],
  };
}

type SoundFile = ReturnType<typeof soundFile>;

/** What is said about data, as `path: message`. */
function problemsIn(data: unknown): string[] {
  return checkScenario('test', data).problems.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
}

/** What is said about a file after a change, as `path: message`. */
export function problemsAfter(change: (file: SoundFile) => unknown): string[] {
  const file = soundFile();
  change(file);
  return problemsIn(file);
}

/**
 * What is said about a file with something else at a path such as `groups.1.owner`; undefined takes
 * out what stands there.
 */
export function problemsWith(path: string, value: unknown, file: object = soundFile()): string[] {
  return problemsIn(withValue(file, path, value));
}

/** The file itself, with something else at a path. */
export function withValue<File extends object>(file: File, path: string, value: unknown): File {
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<object>((at, key) => Reflect.get(at, key), file);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Reflect.set(parent, last, value);
  return file;
}
