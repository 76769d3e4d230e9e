import { planOf } from '#model';
import type { Parameters } from '#model';
import { parametersWith } from '#model/register';
import { Script } from './cluster.ts';
import { twoNodes } from './scenario.ts';

/** A mailbox server that stands alone with its own two disks, to do things to. */
export function server(parameters: Partial<Parameters> = {}): Script {
  const cluster = twoNodes();
  const [, mailbox] = cluster.groups;
  if (!mailbox) throw new Error('the cluster has no mailbox server');
  return new Script(
    planOf({
      ...cluster,
      id: 'one-server',
      parameters: parametersWith({
        restartThreshold: 0,
        publicNetworkLossFailsAddress: 0,
        ...parameters,
      }),
      nodes: [{ id: 'SERVER1', name: 'SERVER1' }],
      networks: [{ id: 'public', name: 'Public network', role: 'client' }],
      disks: cluster.disks.filter(({ holds }) => holds !== 'quorum'),
      groups: [{ ...mailbox, owner: 'SERVER1' }],
    }),
  );
}
