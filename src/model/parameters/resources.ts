import { SOURCES } from './sources.ts';
import type { Milliseconds } from '../kernel/instant.ts';
import type { Parameter } from './types.ts';

function duration(label: string, milliseconds: Milliseconds, note: string): Parameter {
  return {
    label,
    unit: 'ms',
    default: milliseconds,
    range: [1, 3_600_000],
    confidence: 'assumption',
    note,
  };
}

const noFigure = 'No published figure was found; an ordinary value for hardware of that time.';

/** How resources are watched, restarted and failed over, and how long their steps take. */
export const resourceParameters = {
  looksAlivePollPeriod: {
    label: 'Time between two LooksAlive polls of a resource',
    unit: 'ms',
    default: 5_000,
    range: [100, 3_600_000],
    confidence: 'documented',
    source: SOURCES.looksAlive,
    note: 'The model assumes that a failed network interface is seen at the next such poll.',
  },
  isAlivePollPeriod: {
    label: 'Time between two IsAlive polls of a resource',
    unit: 'ms',
    default: 60_000,
    range: [1_000, 3_600_000],
    confidence: 'documented',
    source: SOURCES.isAlive,
    note: 'The thorough check. Where it falls due together with LooksAlive, only IsAlive is asked.',
  },
  restartThreshold: {
    label: 'Restarts of a failed resource before its group fails over',
    unit: 'count',
    default: 3,
    range: [0, 100],
    confidence: 'documented',
    source: SOURCES.kb947712,
    note: 'Windows Server 2003; Windows Server 2008 shipped with 1.',
  },
  restartPeriod: {
    label: 'Period in which restarts of a resource are counted',
    unit: 'ms',
    default: 900_000,
    range: [1_000, 86_400_000],
    confidence: 'documented',
    source: SOURCES.restartPeriod,
    note: '15 minutes.',
  },
  groupFailoverThreshold: {
    label: 'Failovers of a group before it is left failed',
    unit: 'count',
    default: 1,
    range: [0, 100],
    confidence: 'assumption',
    source: SOURCES.failoverThreshold,
    note: 'Documented as nodes − 1 for Windows Server 2008, which is 1 here; 10 is remembered for 2003. With 10 a group that can run nowhere would go back and forth ten times. What is healthy in a group left failed stays online here; the documentation can be read as the whole group going offline.',
  },
  groupFailoverPeriod: {
    label: 'Period in which failovers of a group are counted',
    unit: 'ms',
    default: 21_600_000,
    range: [3_600_000, 4_294_800_000],
    confidence: 'documented',
    source: SOURCES.failoverPeriod,
    note: '6 hours.',
  },
  publicNetworkLossFailsAddress: {
    label: 'An IP address resource fails when its interface has lost the network',
    unit: 'switch',
    default: 1,
    range: [0, 1],
    confidence: 'reported',
    source: SOURCES.q257925,
    note: 'Detection of a lost link came with Windows 2000; on Windows NT 4.0 (off) the address stayed online. Assumed to hold also when the whole network is dead.',
  },
  diskOnlineDuration: duration(
    'Disk: time to come online',
    2_000,
    `Reserve and mount. ${noFigure}`,
  ),
  ipAddressOnlineDuration: duration(
    'IP address: time to come online',
    1_000,
    `Documented only as quick (KB Q171277). ${noFigure}`,
  ),
  networkNameOnlineDuration: duration(
    'Network name: time to come online',
    4_000,
    `Documented only as slower than an address: it is registered and checked for duplicates (KB Q171277). ${noFigure}`,
  ),
  systemAttendantOnlineDuration: duration('System Attendant: time to come online', 4_000, noFigure),
  informationStoreOnlineDuration: duration(
    'Information Store: time to come online',
    8_000,
    noFigure,
  ),
  databaseMountDuration: duration(
    'Mailbox database: time to mount once it is consistent',
    2_000,
    noFigure,
  ),
  diskOfflineDuration: duration('Disk: time to go offline', 500, noFigure),
  ipAddressOfflineDuration: duration('IP address: time to go offline', 500, noFigure),
  networkNameOfflineDuration: duration('Network name: time to go offline', 500, noFigure),
  systemAttendantOfflineDuration: duration('System Attendant: time to go offline', 2_000, noFigure),
  informationStoreOfflineDuration: duration(
    'Information Store: time to go offline',
    4_000,
    noFigure,
  ),
  databaseDismountDuration: duration(
    'Mailbox database: time to dismount cleanly',
    4_000,
    `Everything changed is written to the database file. ${noFigure}`,
  ),
  failedDiskAttemptDuration: duration('Disk: duration of an attempt that fails', 3_000, noFigure),
  failedIpAddressAttemptDuration: duration(
    'IP address: duration of an attempt that fails',
    2_000,
    noFigure,
  ),
  failedNetworkNameAttemptDuration: duration(
    'Network name: duration of an attempt that fails',
    5_000,
    noFigure,
  ),
  failedServiceAttemptDuration: duration(
    'Service or database: duration of an attempt that fails',
    10_000,
    noFigure,
  ),
} as const satisfies Record<string, Parameter>;
