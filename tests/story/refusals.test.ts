import { expect, test } from 'vitest';
import { refusalText } from '#story/words';
import type { Difference } from '../model/support/scenario.ts';
import { cluster } from '../model/support/cluster.ts';
import { server } from '../model/support/server.ts';

/** Why the last action of a run was refused. */
function refused(script: ReturnType<typeof cluster>): string {
  const { execution, plan } = script.run();
  const reason = execution.refusals.at(-1)?.reason;
  return reason ? refusalText(plan, reason) : 'not refused';
}

const two: Difference = { nodes: 3, mailboxServers: 2 };

test.each<[string, readonly string[], string, Difference?]>([
  ['what is so already', ['0s power-on NODE1'], 'NODE1 is on already.'],
  [
    'power without a feed',
    ['0s fail feed-1', '1s power-on NODE1'],
    'NODE1 has no power: repair one of its feeds first.',
    { feeds: { NODE1: ['feed-1'] } },
  ],
  [
    'hanging what is not up',
    ['0s power-off NODE1', '1s hang NODE1'],
    'NODE1 is down; its operating system must be running for that.',
  ],
  [
    'shutting down what is starting',
    ['0s power-off NODE1', '1m power-on NODE1', '61s shut-down NODE1'],
    'NODE1 is still starting; its operating system must be running for that.',
  ],
  ['a move to where it is', ['0s move EXMBX NODE1'], 'EXMBX is on NODE1 already.'],
  [
    'a move to a node that is down',
    ['0s power-off NODE2', '1m move EXMBX NODE2'],
    'NODE2 is not a running member of the cluster: its cluster service must run.',
  ],
  [
    'a move to a paused node',
    ['0s pause-node NODE2', '1s move EXMBX NODE2'],
    'NODE2 is paused, so nothing may move there. Resume it first.',
  ],
  [
    'a move to no possible owner',
    ['0s move EXMBX NODE2'],
    'NODE2 is not a possible owner of everything in EXMBX. Another node must be chosen.',
    { resource: { 'disk-E': { possibleOwners: ['NODE1'] } } },
  ],
  [
    'a move to a node with a mailbox server',
    ['0s move EXMBX NODE2'],
    'NODE2 hosts another clustered mailbox server, and a node takes one at a time. Another node must be chosen.',
    two,
  ],
  [
    'taking the quorum disk offline',
    ['0s take-offline ClusterGroup'],
    'Cluster Group stays online: the cluster is not without what decides who goes on.',
  ],
  [
    'bringing online what has not failed',
    ['0s bring-online EXMBX'],
    'EXMBX is online already, or on its way: nothing in it has been left failed or offline.',
  ],
  ['resuming what is not paused', ['0s resume-node NODE1'], 'NODE1 is not paused.'],
  [
    'restoring what is mounted',
    ['0s restore-backup mailbox-database'],
    'mailbox-database cannot be restored now. What it takes: the database is not in use. Take it offline first: `take-offline mailbox-database`.',
  ],
  [
    'forcing a node that runs',
    ['0s force-quorum NODE1'],
    'NODE1 goes on as it is: only a node whose cluster service has stopped is forced. Stop it first: `stop-cluster-service NODE1`.',
  ],
  [
    'a property of 2008 on 2003',
    ['0s set SameSubnetDelay 1s'],
    'SameSubnetDelay does not exist on Windows Server 2003.',
  ],
  [
    'crashing what has no process',
    ['0s crash disk-E'],
    'disk-E has no process of its own. Services have, and generic resources.',
  ],
  [
    'backing up what is not online',
    ['0s take-offline mailbox-database', '1m back-up mailbox-database'],
    'mailbox-database is offline; it must be online for that.',
  ],
  [
    'backing up what is no database',
    ['0s back-up disk-E'],
    'disk-E is no database, so it has no backup and no pages.',
  ],
])('%s', (_title, actions, reason, difference) => {
  expect(refused(cluster(difference).do(...actions))).toBe(reason);
});

test('a server that stands alone has no cluster to be operated', () => {
  expect(refused(server().at('0s', 'pause-node SERVER1'))).toBe(
    'The server stands alone: `pause-node` is for nodes of a cluster.',
  );
});
