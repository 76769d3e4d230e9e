import type { Source } from './types.ts';

const mscs = 'https://learn.microsoft.com/en-us/previous-versions/windows/desktop/mscs/';

/** The texts that numbers of the model come from. */
export const SOURCES = {
  kb892422: {
    title:
      'Microsoft KB 892422, heartbeats and the events 1122, 1123, 1126 and 1135 of server clusters',
  },
  kb309186: {
    title: 'Microsoft KB 309186, How the Cluster service reserves a disk and brings a disk online',
    address:
      'https://learn.microsoft.com/en-us/troubleshoot/windows-server/high-availability/cluster-service-reserves-brings-disk',
  },
  kb947712: {
    title: 'Microsoft KB 947712, restart threshold of cluster resources',
    address: 'https://support.microsoft.com/en-us/kb/947712',
  },
  arbitrationTimeMin: {
    title: 'Failover Cluster API: QuorumArbitrationTimeMin',
    address: `${mscs}cluster-quorumarbitrationtimemin`,
  },
  looksAlive: {
    title: 'Failover Cluster API: LooksAlivePollInterval of resource types',
    address: `${mscs}resource-types-looksalivepollinterval`,
  },
  isAlive: {
    title: 'Failover Cluster API: IsAlivePollInterval of resource types',
    address: `${mscs}resource-types-isalivepollinterval`,
  },
  restartPeriod: {
    title: 'Failover Cluster API: RestartPeriod',
    address: `${mscs}resources-restartperiod`,
  },
  failoverThreshold: {
    title: 'Failover Cluster API: FailoverThreshold of groups',
    address: `${mscs}groups-failoverthreshold`,
  },
  failoverPeriod: {
    title: 'Failover Cluster API: FailoverPeriod of groups',
    address: `${mscs}groups-failoverperiod`,
  },
  regroupTimeout: {
    title: 'Failover Cluster API: ClusSvcRegroupOpeningTimeout (Windows Server 2012)',
    address: `${mscs}clusters-clussvcregroupopeningtimeout`,
  },
  checkpointDepth: {
    title: 'Checkpoint depth is 20 MB per storage group (smtp25.blogspot.com, May 2007)',
    address: 'https://smtp25.blogspot.com/2007/05/checkpoint-depth-is-20mg-per-storage.html',
  },
  q257925: {
    title: 'Microsoft KB Q257925, network failure detection of the IP Address resource',
  },
} as const satisfies Record<string, Source>;
