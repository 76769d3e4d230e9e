import type { Source } from './types.ts';

const mscs = 'https://learn.microsoft.com/en-us/previous-versions/windows/desktop/mscs/';

/** The texts that numbers of the model come from. */
export const SOURCES = {
  kb892422: {
    title:
      'Microsoft KB 892422, heartbeats and the events 1122, 1123, 1126 and 1135 of server clusters',
  },
  kb286342: {
    title: 'Microsoft KB 286342, network failure detection and recovery in server clusters',
    address: 'https://mskb.pkisolutions.com/kb/286342',
  },
  eventList: {
    title:
      'Events 1553 and 1554 in the list of the provider Microsoft-Windows-FailoverClustering of a later Windows',
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
  arbitrationTimeMax: {
    title: 'Failover Cluster API: QuorumArbitrationTimeMax',
    address: `${mscs}cluster-quorumarbitrationtimemax`,
  },
  arbitrate2012: {
    title: 'Failover Cluster API: Arbitrate (storage pools, Windows Server 2012)',
    address: `${mscs}storage-pools-arbitrate`,
  },
  arbitrationDelay2012: {
    title: 'Failover Cluster API: ArbitrationDelay of file share witnesses (Windows Server 2012)',
    address: `${mscs}file-share-quorum-witness-resources-arbitrationdelay`,
  },
  dd197562: {
    title:
      'Microsoft TechNet dd197562, Configure heartbeat and DNS settings in a multi-site failover cluster',
    address: 'https://technet.microsoft.com/en-us/library/dd197562(WS.10).aspx',
  },
  hangTimeout: {
    title: 'Failover Cluster API: ClusSvcHangTimeout',
    address: `${mscs}clusters-clussvchangtimeout`,
  },
  q252974: {
    title: 'Microsoft KB Q252974, shutting a node of a server cluster down',
  },
  cc740098: {
    title:
      'Microsoft TechNet cc740098, failover of groups of a server cluster (Windows Server 2003)',
    address:
      'https://learn.microsoft.com/en-us/previous-versions/windows/it-pro/windows-server-2003/cc740098(v=ws.10)',
  },
  restartDelay2012: {
    title: 'Failover Cluster API: RestartDelay (Windows Server 2012)',
    address: `${mscs}resources-restartdelay`,
  },
  retryPeriod: {
    title: 'Failover Cluster API: RetryPeriodOnFailure',
    address: `${mscs}resources-retryperiodonfailure`,
  },
  pendingTimeout: {
    title: 'Failover Cluster API: PendingTimeout',
    address: `${mscs}resources-pendingtimeout`,
  },
  deadlockTimeout: {
    title: 'Failover Cluster API: DeadlockTimeout',
    address: `${mscs}deadlocktimeout`,
  },
  kb244331: {
    title: 'Microsoft KB 244331, the address of a group and the hardware address after a failover',
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
