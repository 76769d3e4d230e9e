import type { DiskDefinition, GroupDefinition, Parameters, ResourceDefinition } from '#model';

type Extra = Partial<
  Pick<
    ResourceDefinition,
    'disk' | 'network' | 'address' | 'onlineDuration' | 'offlineDuration' | 'dependsOnAny'
  >
>;

/** A group of generic resources as a test writes it: each resource with its providers. */
export interface GenericGroup {
  readonly id: string;
  readonly owner: string;
  /** By resource id, the ids of its providers in the same group. */
  readonly resources: Readonly<Record<string, readonly string[]>>;
}

/** The disk that decides or votes. */
export const QUORUM_DISK: DiskDefinition = { id: 'Q', letter: 'Q:', holds: 'quorum' };

/** A resource whose owners and restart action are filled in with the cluster it belongs to. */
function resource(
  id: string,
  type: ResourceDefinition['type'],
  dependsOn: readonly string[] = [],
  extra: Extra = {},
): ResourceDefinition {
  return {
    id,
    name: id,
    type,
    dependsOn,
    dependsOnAny: false,
    possibleOwners: [],
    restartAction: 'fail-over',
    properties: {},
    ...extra,
  };
}

function group(
  id: string,
  name: string,
  owner: string,
  resources: readonly ResourceDefinition[],
): GroupDefinition {
  return {
    id,
    name,
    owner,
    preferredOwners: [],
    failback: 'prevent',
    antiAffinity: null,
    properties: {},
    resources,
  };
}

/** What becomes of a group when a resource of the type keeps failing, unless the file says otherwise. */
export function actionOfType(
  type: ResourceDefinition['type'],
  { exchangeServicesAffectGroup, databaseAffectsGroup }: Parameters,
): ResourceDefinition['restartAction'] {
  const services = type === 'system-attendant' || type === 'information-store';
  if (services) return exchangeServicesAffectGroup ? 'fail-over' : 'restart';
  if (type === 'mailbox-database') return databaseAffectsGroup ? 'fail-over' : 'restart';
  return 'fail-over';
}

/** The group of the quorum disk, or where there is none of the cluster's own address and name. */
export function clusterGroup(owner: string, withDisk: boolean): GroupDefinition {
  const resources = withDisk
    ? [resource('disk-Q', 'physical-disk', [], { disk: 'Q' })]
    : [
        resource('cluster-address', 'ip-address', [], { network: 'public', address: '10.0.0.40' }),
        resource('cluster-name', 'network-name', ['cluster-address']),
      ];
  return group('ClusterGroup', 'Cluster Group', owner, resources);
}

const suffix = (number: number): string => (number === 1 ? '' : `-${number}`);

/** The disks of the k-th clustered mailbox server: `E` and `L`, then `E-2` and `L-2` and so on. */
export function mailboxServerDisks(number: number, secondDatabase: boolean): DiskDefinition[] {
  const end = suffix(number);
  return [
    { id: `L${end}`, letter: `${'LMNO'[number - 1] ?? 'P'}:`, holds: 'logs' },
    { id: `E${end}`, letter: `${'EGHI'[number - 1] ?? 'J'}:`, holds: 'database' },
    ...(number === 1 && secondDatabase
      ? [{ id: 'F', letter: 'F:', holds: 'database' as const }]
      : []),
  ];
}

/** The k-th clustered mailbox server: `EXMBX` with `disk-E` …, then `EXMBX-2` with `disk-E-2` … and so on. */
export function mailboxServer(
  number: number,
  owner: string,
  secondDatabase: boolean,
): GroupDefinition {
  const end = suffix(number);
  const disk = (letter: string) =>
    resource(`disk-${letter}${end}`, 'physical-disk', [], { disk: `${letter}${end}` });
  const on = (...ids: readonly string[]): string[] => ids.map((id) => `${id}${end}`);
  const address = `10.0.0.${49 + number}`;
  const resources = [
    disk('E'),
    disk('L'),
    resource(`ip-address${end}`, 'ip-address', [], { network: 'public', address }),
    resource(`network-name${end}`, 'network-name', on('ip-address')),
    resource(`system-attendant${end}`, 'system-attendant', on('network-name')),
    resource(`information-store${end}`, 'information-store', on('network-name')),
    resource(
      `mailbox-database${end}`,
      'mailbox-database',
      on('information-store', 'disk-E', 'disk-L'),
    ),
    ...(number === 1 && secondDatabase
      ? [
          disk('F'),
          resource('database-2', 'mailbox-database', ['information-store', 'disk-F', 'disk-L']),
        ]
      : []),
  ];
  const id = `EXMBX${end}`;
  return { ...group(id, id, owner, resources), antiAffinity: 'exchange' };
}

/** A group of generic resources. */
export function genericGroup({ id, owner, resources }: GenericGroup): GroupDefinition {
  const members = Object.entries(resources).map(([one, providers]) =>
    resource(one, 'generic', providers),
  );
  return group(id, id, owner, members);
}
