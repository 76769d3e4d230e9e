import { planOf } from '#model';
import type { Parameters } from '#model';
import { parametersWith } from '#model/register';
import { Script } from './cluster.ts';
import { twoNodes } from './scenario.ts';

/** A mailbox server that stands alone with its own two disks, to do things to. */
export function server(parameters: Partial<Parameters> = {}): Script {
  const cluster = twoNodes({ publicRole: 'client' });
  const [, mailbox] = cluster.groups;
  const [, network] = cluster.networks;
  if (!mailbox || !network) throw new Error('the cluster has no mailbox server');
  const possibleOwners = ['SERVER1'];
  const resources = mailbox.resources.map((resource) => ({ ...resource, possibleOwners }));
  return new Script(
    planOf({
      ...cluster,
      id: 'one-server',
      parameters: parametersWith({
        restartThreshold: 0,
        publicNetworkLossFailsAddress: 0,
        ...parameters,
      }),
      quorum: null,
      nodes: cluster.nodes.slice(0, 1).map((node) => ({ ...node, id: 'SERVER1', name: 'SERVER1' })),
      networks: [network],
      disks: cluster.disks.filter(({ holds }) => holds !== 'quorum'),
      groups: [{ ...mailbox, owner: 'SERVER1', resources }],
    }),
  );
}
