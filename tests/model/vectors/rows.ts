/**
 * What is documented of the two systems (and of Exchange 2007 on them) that is behaviour or a number,
 * row by row. Each row is tested by its number, or is said only in words, with the reason.
 */
export interface Row {
  readonly id: string;
  readonly says: string;
  /** The text it comes from, as titles of tests name it. */
  readonly source: string;
  /** Why no run can show it: it is told in articles, or belongs to something that is not modelled. */
  readonly onlyTold?: string;
  /** The rows that say the same in detail. */
  readonly sameAs?: readonly string[];
}

const row = (id: string, source: string, says: string): Row => ({ id, says, source });

const told = (id: string, source: string, says: string, onlyTold: string): Row => ({
  id,
  says,
  source,
  onlyTold,
});

const again = (id: string, says: string, ...sameAs: readonly string[]): Row => ({
  id,
  says,
  source: '',
  sameAs,
});

const summary: readonly Row[] = [
  again('0.1', 'heartbeats of 1.2 s and of 1 s', '1.1', '1.4', '1.6', '1.10', '1.11'),
  again('0.2', 'reserve, reset, 7 s, 10 s', '2.2.1', '2.2.2', '2.2.4', '2.2.6', '2.2.7'),
  again('0.3', 'one network lost is no arbitration', '1.22'),
  again('0.4', 'reservations are of every disk', '2.2.1'),
  again('0.5', 'restart, then fail over, then leave failed', '3.4', '3.10', '3.21'),
  again('0.6', 'offline dependents first, online providers first, within a group', '3.25', '3.40'),
  again('0.7', 'failback is off', '3.12'),
  again('0.8', 'setup leaves the disks to the administrator', '4.2.1'),
  again('0.9', 'service, not data', '4.1.5'),
];

const networks: readonly Row[] = [
  row(
    '1.1',
    'KB 892422',
    'every interface of a node sends to those of every other node each 1.2 s',
  ),
  told('1.2', 'KB 892422', 'UDP 3343, sequenced unicast', 'the model has messages, no packets'),
  told('1.3', 'KB 892422', 'multicast from three nodes', 'it changes no instant'),
  row('1.4', 'KB 892422', 'two missed on an interface: event 1123'),
  row('1.5', 'KB 892422', 'back within 2.4 to 4.8 s: event 1122, nothing else'),
  row('1.6', 'KB 892422', 'six missed on all internal interfaces: presumed dead, regroup'),
  row('1.7', 'KB 892422', 'event 1126, then 1135'),
  told(
    '1.8',
    'KB 921181',
    'limits of 2003 can be changed after an update',
    'in a run they are parameters; on 2003 there are no properties of the cluster to set',
  ),
  row('1.10', 'TechNet dd197562', 'SameSubnetDelay 1000 ms, from 250 to 2000'),
  row('1.11', 'TechNet dd197562', 'SameSubnetThreshold 5, from 3 to 10'),
  row('1.12', 'TechNet dd197562', 'CrossSubnetDelay 1000 ms, from 250 to 4000'),
  row('1.13', 'TechNet dd197562', 'CrossSubnetThreshold 5, from 3 to 10'),
  row('1.16', 'askcore 2012', 'on 2008 heartbeats go over every network the cluster may use'),
  row('1.17', 'askcore 2012', 'all routes to a node down: it is removed, and others say so (1135)'),
  row(
    '1.18',
    'ClusSvcHangTimeout',
    'a local watchdog of 60 s, at least 6, for the cluster service',
  ),
  row('1.19', 'HangRecoveryAction', 'the watchdog stops the whole node (2008 R2; taken for 2008)'),
  row('1.21', 'Failover Cluster API: Role', 'none, internal, client, mixed'),
  row('1.22', 'KB Q176320', 'private down, public mixed: no arbitration'),
  row('1.23', 'KB Q176320', 'private down, public for clients: the winner takes all'),
  row('1.24', 'KB Q176320', 'public adapter of the active node fails: its address, then its group'),
  row('1.25', 'KB Q257925', 'a pulled cable is seen from Windows 2000 on, not by NT 4.0'),
  row(
    '1.26',
    'KB 286342',
    'all networks down: the owner of the quorum keeps everything on Windows 2000; 2003 differs, how could not be read',
  ),
  told(
    '1.27',
    'KB 258750',
    'two networks, binding order, no teaming on the heartbeat',
    'rules of configuration; one network only is possible and lets itself be felt (1.26)',
  ),
];

const quorum: readonly Row[] = [
  row('2.1.1', 'TechNet bb676571', 'disk: all nodes but one, as long as the disk is up'),
  row('2.1.2', 'KB 921181', 'majority of nodes: half rounded up, less one; of two none'),
  row('2.1.3', 'KB 921181', 'a file share is the third vote of two nodes and prevents split brain'),
  row(
    '2.1.4',
    'TechNet cc773510',
    'nodes and disk: half of an even number with it, one less without',
  ),
  row('2.1.5', 'counted votes', 'three nodes and a disk: one failure with it, none without'),
  told('2.1.6', 'TechNet bb124899', 'the quorum may be elsewhere than on a shared disk', 'set-up'),
  told(
    '2.1.7',
    'Microsoft clustering blog 2010',
    'a disk keeps a copy of the configuration, a file share does not',
    'every node has the newest configuration here',
  ),
  row('2.2.1', 'KB 309186', 'the owner renews the reservation of every disk each 3 s'),
  row('2.2.2', 'KB 309186', 'a challenger resets the bus at once, which breaks all reservations'),
  row('2.2.3', 'KB 309186', 'a living owner reserves again at its next renewal'),
  row('2.2.4', 'KB 309186', 'the challenger reserves 7 s after the reset'),
  row('2.2.5', 'KB 309186', 'refused, it ends its cluster service'),
  row('2.2.6', 'KB 309186', 'granted, the quorum is online at 10 s and it takes all groups'),
  row('2.2.7', 'KB 309186', 'whoever loses the reservation ends its service at once'),
  row(
    '2.2.8',
    'KB 309186',
    'who leaves without a word is taken for hostile, who announces it is not',
  ),
  row('2.2.9', 'KB 309186', 'a disk taken offline is released'),
  told(
    '2.2.10',
    'KB 309186',
    'at boot every disk of the cluster is held offline',
    'a node without its cluster service writes to no disk, an invariant of every run',
  ),
  row('2.2.11', 'QuorumArbitrationTimeMax', '20 s on 2003, 60 s on 2008'),
  row('2.2.12', 'KB Q289863', 'both sides wait 7 s at least (QuorumArbitrationTimeMin)'),
  told(
    '2.2.13',
    'KB 301647',
    'resets of a disk, an id, the bus, if the driver can',
    'the model resets the bus, as KB 309186 says; the other disks are renewed as well',
  ),
  told(
    '2.2.14',
    'Failover Cluster API',
    'Arbitrate returns in 300 ms',
    'advice to authors of drivers',
  ),
  row('2.2.15', 'KB Q252974', 'a shut-down ends the heartbeat first; 15 s to put things in order'),
  row(
    '2.2.16',
    'KB Q252974',
    'groups moved or the service stopped before a shut-down: nothing is lost',
  ),
  row('2.3.1', 'msmvps clusterhelp 2007', 'persistent reservations: no bus is reset on 2008'),
  row('2.4.1', 'KB 309186', 'who loses the quorum takes all it hosts offline'),
  row('2.4.2', 'TechNet cc787665', 'a node can be made to go on without the quorum disk'),
  told(
    '2.4.3',
    'event numbers',
    '1123, 1126, 1135, 1069, 1177 …',
    'they stand in the words of the log',
  ),
];

const resources: readonly Row[] = [
  told('3.0', 'KB 286052', 'codes of states', 'the states have names here'),
  row('3.1', 'LooksAlivePollInterval', '5000 ms'),
  row('3.2', 'IsAlivePollInterval', '60000 ms'),
  row('3.3', 'RestartAction', 'leave it, restart it, restart it and fail over'),
  row('3.4', 'KB 947712', 'RestartThreshold 3 on 2003, 1 on 2008'),
  row('3.5', 'RestartPeriod', '900 s'),
  row('3.7', 'RetryPeriodOnFailure', 'an hour on 2008'),
  row('3.8', 'PendingTimeout', '180 s since the last report'),
  row('3.9', 'DeadlockTimeout', '300 s on 2008; it cuts PendingTimeout short'),
  row('3.10', 'FailoverThreshold', 'one less than the nodes on 2008'),
  row('3.11', 'FailoverPeriod', 'six hours'),
  row('3.12', 'AutoFailbackType', 'prevented; allowed it needs a list of preferred owners'),
  row('3.20', 'KB Q197047', 'a group fails over for a resource past its threshold that affects it'),
  row('3.21', 'cc740098', 'threshold 5: the sixth failure leaves the whole group offline'),
  row('3.22', 'cc740098', 'a resource that does not affect its group stays offline alone'),
  row('3.23', 'cc740098', 'threshold 2: the third failure within the period escalates'),
  row('3.25', 'KB Q171791', 'a failed provider takes its dependents offline and brings them back'),
  row('3.26', 'bb629581', 'one of several providers is enough from 2008 on'),
  told(
    '3.27',
    'Failover Cluster API',
    'a name needs an address',
    'authors decide; files may differ',
  ),
  told(
    '3.28',
    'Failover Cluster API',
    'a resource monitor is a process of its own',
    'not modelled',
  ),
  row('3.30', 'KB Q197047', 'every resource must be allowed on a node'),
  row('3.31', 'KB 299631', 'next in the list after the current owner, not from its top'),
  row('3.32', 'KB 299631', 'no list, a resource fails: the next by number, wrapping'),
  row('3.33', 'KB 299631', 'no list, a node fails: chance'),
  row('3.34', 'KB 299631', 'by hand: from the top of the list, or chance'),
  row('3.35', 'KB 299631', 'the Cluster Group goes with the quorum'),
  row('3.36', 'KB 299631', 'AntiAffinityClassNames can change the choice'),
  row('3.40', 'Failover Cluster API: Failover', 'dependents offline first, providers online first'),
  row('3.41', 'Failover Cluster API: Failback', 'failback is a move'),
  row('3.42', 'KB Q197047', 'threshold 0 and a failure: the group moves at once'),
];

const exchange: readonly Row[] = [
  row('4.1.1', 'Exchange 2007 help', 'two active nodes and one passive are possible'),
  row('4.1.2', 'bb676571', 'eight nodes at most'),
  row('4.1.4', 'Move-ClusteredMailboxServer', 'one clustered mailbox server per node'),
  row('4.1.5', 'aa997195', 'the storage is not protected; half a day of data is lost on average'),
  row('4.1.6', 'aa997195', 'no data is lost with a node'),
  row('4.1.7', 'How to Move a Clustered Mailbox Server', 'a move ends backups'),
  told(
    '4.1.8',
    'bb232170',
    'licences, editions, roles, databases per server, DNS, domains',
    'set-up',
  ),
  told(
    '4.2.1',
    'Exchange 2007 help',
    'set-up makes address, name and services, not disks',
    'set-up',
  ),
  row('4.2.2', 'benw', 'each database has dependencies of its own on its disks'),
  row('4.2.3', 'Exchange 2007 help', 'online is mounted; the store must be online before'),
  row('4.2.4', 'timmcmic 2009-09-21', 'a database needs the disk of its file and that of its logs'),
  row(
    '4.2.5',
    'timmcmic 2009-09-21',
    'losing the root disk takes the databases on its mount points',
  ),
  row('4.2.6', 'KB 821833', 'in older Exchange the store needs the System Attendant'),
  told('4.2.7', 'timmcmic 2009-08', 'names of resources and groups', 'authors name them'),
  row('4.3.2', 'aa997195', 'a node, a service or the quorum is lost: a passive node takes over'),
  row('4.3.4', 'aa997195', 'a passive node is lost: no outage'),
  row('4.4.1', 'itprotoday', 'failover takes seconds to minutes, by the logs to replay'),
  row('4.4.2', 'KB Q171277', 'an address is quick, a name slower, databases take longest'),
  row('4.4.3', 'bb124063', 'the store has 180 s to go offline and any time to come online'),
];

/** All rows, in their order. */
export const ROWS: readonly Row[] = [...summary, ...networks, ...quorum, ...resources, ...exchange];
