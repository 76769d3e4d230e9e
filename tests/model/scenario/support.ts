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

type SoundFile = ReturnType<typeof soundFile>;

/** What is said about a file after a change, as `path: message`. */
export function problemsAfter(change: (file: SoundFile) => unknown): string[] {
  const file = soundFile();
  change(file);
  return checkScenario('test', file).problems.map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
}

/**
 * What is said about a file with something else at a path such as `groups.1.owner`; undefined takes
 * out what stands there.
 */
export function problemsWith(path: string, value: unknown): string[] {
  return problemsAfter((file) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const parent = keys.reduce<object>((at, key) => Reflect.get(at, key), file);
    if (value === undefined) Reflect.deleteProperty(parent, last);
    else Reflect.set(parent, last, value);
  });
}
