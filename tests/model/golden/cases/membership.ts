import { claim } from '../claim.ts';
import type { Golden } from '../claim.ts';
import {
  before,
  comesOf,
  counts,
  happens,
  happensFirst,
  inOrder,
  mail,
  never,
  noOutage,
  outage,
  outcome,
  services,
  takes,
} from '../checks.ts';

/** Once a node has the groups: IP 1 s, name 4 s, store 8 s, 20 logs of 0.5 s each, mount 2 s = 25 s. */
const onlineAgain = '25s';

const startOfAll = before('online on NODE1');

/** Nodes of Windows Server 2003 that go and come. */
export const membership: readonly Golden[] = [
  {
    name: 'active-node-loses-power',
    cluster: {},
    actions: ['0s power-off NODE1'],
    claims: [
      claim('The mailbox server is online on NODE1', 'rule: answer-clients', startOfAll),
      claim(
        'Six heartbeats of 1.2 s go missing: NODE2 declares NODE1 down 7.2 s after the last it heard',
        'KB 892422',
        happens('node-declared-down NODE1', '6s', '7.2s', { silentMs: 7_200, by: 'NODE2' }),
      ),
      claim('A regroup of 3 s follows', 'assumption: regroupDuration', (run) =>
        takes('regroup-started NODE2', 'regroup-ended NODE2', '3s')(run),
      ),
      claim(
        'The bus is reset at once and the quorum disk reserved 7 s later',
        'KB 309186',
        takes('quorum-challenged NODE2', 'quorum-reserved NODE2', '7s'),
      ),
      claim(
        'The quorum is online 10 s after the reset, and NODE2 takes the mailbox server',
        'KB 309186',
        takes('quorum-challenged NODE2', 'group-taken EXMBX', '10s'),
      ),
      claim(
        'The database was not closed in order: 20 logs are replayed',
        'assumption: recoveryDurationPerLog',
        takes('recovery-started mailbox-database', 'recovery-ended mailbox-database', '10s'),
      ),
      claim(
        'Outage: 6 to 7.2 s of silence, 3 s regroup, 10 s arbitration, 25 s to come online',
        'rule: answer-clients',
        outage('44s', '45.2s'),
      ),
      claim('No message is lost, for the same disks move', 'TechNet aa997195', mail({ lost: 0 })),
    ],
  },
  {
    name: 'active-node-loses-power-but-not-the-quorum',
    cluster: { quorumOwner: 'NODE2' },
    actions: ['0s power-off NODE1'],
    claims: [
      claim(
        'NODE2 owns the quorum disk, so nobody challenges and no bus is reset',
        'KB 309186',
        never('quorum-challenged', 'reservation-renewed'),
      ),
      claim(
        'NODE2 waits the 7 s that a challenger would need, and the margin of 1.2 s',
        'assumption: defenceMargin',
        takes('regroup-ended NODE2', 'quorum-defended NODE2', '8.2s'),
      ),
      claim(
        'Outage: 6 to 7.2 s, 3 s, 8.2 s, 25 s',
        'rule: answer-clients',
        outage('42.2s', '43.4s'),
      ),
      claim(
        'Afterwards NODE2 runs everything alone',
        'TechNet bb676571',
        outcome('online on NODE2'),
      ),
    ],
  },
  {
    name: 'passive-node-loses-power',
    cluster: {},
    actions: ['0s power-off NODE2', '5m power-on NODE2'],
    claims: [
      claim('The mailbox server is on the other node', 'rule: answer-clients', startOfAll),
      claim('Clients notice nothing', 'rule: answer-clients', noOutage),
      claim(
        'NODE1 declares NODE2 down and keeps the quorum it has',
        'KB 892422',
        happens('node-declared-down NODE2', '6s', '7.2s'),
      ),
      claim(
        'NODE2 boots for 120 s, joins in 5 s, and takes nothing',
        'assumption: joinDuration',
        happens('node-joined NODE2', '425s'),
      ),
      claim('No group has moved', 'Failover Cluster API: AutoFailbackType', never('group-moved')),
    ],
  },
  {
    name: 'node-comes-back-and-its-successor-fails',
    cluster: {},
    actions: ['0s power-off NODE1', '5m power-on NODE1', '10m power-off NODE2'],
    claims: [
      claim(
        'NODE1 is back after 425 s',
        'assumption: bootDuration',
        happens('node-joined NODE1', '425s'),
      ),
      claim(
        'Nothing goes back to it by itself',
        'Failover Cluster API: AutoFailbackType',
        outcome('online on NODE2', '9m'),
      ),
      claim(
        'When NODE2 dies, the way back takes as long as the way there',
        'KB 309186',
        outage('88s', '90.4s'),
      ),
      claim('NODE1 serves again', 'rule: answer-clients', outcome('online on NODE1')),
    ],
  },
  {
    name: 'both-nodes-lose-power',
    cluster: {},
    actions: ['0s power-off NODE1', '0s power-off NODE2', '1m power-on NODE1', '1m power-on NODE2'],
    claims: [
      claim(
        'Both have started at 180 s, find nobody and challenge for the quorum disk',
        'rule: form-cluster',
        counts(2, 'quorum-challenged'),
      ),
      claim(
        'One reserves it; the other is refused, stops its cluster service and joins later',
        'KB 309186',
        inOrder('quorum-reserved NODE1', 'quorum-reserve-refused NODE2', 'node-joined NODE2'),
      ),
      claim(
        'Outage: 60 s without power, 120 s boot, 10 s arbitration, 25 s to come online',
        'assumption: bootDuration',
        outage('215s'),
      ),
    ],
  },
  {
    name: 'nodes-with-staggered-boot-menus',
    cluster: {
      feeds: { NODE1: ['feed-1'], NODE2: ['feed-1'] },
      node: { NODE1: { bootDelay: 5_000 }, NODE2: { bootDelay: 20_000 } },
    },
    actions: ['0s fail feed-1', '1m repair feed-1'],
    claims: [
      claim('One power feed takes both nodes', 'rule: lose-power', counts(2, 'node-powered-off')),
      claim(
        'Power returns and both start by themselves',
        'assumption: powerReturnsOn',
        counts(2, 'node-powered-on'),
      ),
      claim(
        'NODE1 waits 5 s at its boot menu and NODE2 20 s, so NODE1 is up first',
        'Windows IT Pro, stagger the boot menus',
        inOrder('node-booted NODE1', 'quorum-challenged NODE1', 'node-booted NODE2'),
      ),
      claim(
        'They do not fight for the quorum disk',
        'Windows IT Pro, stagger the boot menus',
        counts(1, 'quorum-challenged'),
      ),
      claim(
        'Outage: 60 s, 5 s, 120 s boot, 10 s arbitration, 25 s to come online',
        'assumption: bootDuration',
        outage('220s'),
      ),
    ],
  },
  {
    name: 'move-to-a-node-that-dies',
    cluster: {},
    actions: ['0s move EXMBX NODE2', '8s power-off NODE2'],
    claims: [
      claim(
        'Dependents go offline first: the databases before the store, the name before the address',
        'Failover Cluster API: Failover',
        inOrder(
          'resource-offline mailbox-database',
          'resource-offline information-store',
          'resource-offline network-name',
          'resource-offline ip-address',
        ),
      ),
      claim(
        'Nobody is there to take the group: NODE1 keeps it once the quorum is settled',
        'rule: take-back',
        takes('quorum-defended NODE1', 'group-moved EXMBX', '0s'),
      ),
      claim(
        'Outage: 8 s until the power goes, 6 to 7.2 s, 3 s, 8.2 s, 15 s to come online in order',
        'rule: answer-clients',
        outage('40.2s', '41.4s'),
      ),
      claim(
        'The database was closed in order: logs are replayed after an unclean stop only (of Exchange 2003)',
        'TechNet bb124063',
        never('recovery-started'),
      ),
    ],
  },
  {
    name: 'active-node-loses-power-and-the-passive-one-is-already-gone',
    cluster: {},
    actions: ['0s power-off NODE2', '1m power-off NODE1', '5m power-on NODE2'],
    claims: [
      claim(
        'The first loss is not noticed by clients',
        'rule: answer-clients',
        outcome('online on NODE1', '59s'),
      ),
      claim(
        'The second leaves nobody to take over',
        'TechNet bb676571',
        outcome('down on NODE1', '4m'),
      ),
      claim(
        'NODE2 comes back at 420 s, forms the cluster from the quorum disk and brings everything up',
        'KB 309186',
        happensFirst('quorum-taken NODE2', '430s'),
      ),
      claim(
        `Outage from 60 s to 430 s and another ${onlineAgain}`,
        'assumption: bootDuration',
        outage('395s'),
      ),
      claim('The mailbox server is on NODE2, NODE1 is off', 'rule: take-group', (run) => {
        outcome('online on NODE2')(run);
        services({ NODE1: 'stopped', NODE2: 'running' })(run);
        comesOf('group-taken EXMBX', 'quorum-taken NODE2')(run);
      }),
    ],
  },
];
