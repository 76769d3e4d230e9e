import { expect, test } from 'vitest';
import type { ParameterName, Profile, Scenario } from '#model';
import { PARAMETER_NAMES, REGISTER, valueOf } from '#model/register';
import { twoNodes } from '../support/scenario.ts';
import { isScenario } from './checks.ts';
import type { Golden } from './claim.ts';
import { GOLDEN } from './runs.ts';
import { carryOut, storyOf } from './summary.ts';

/** Where a number shows that few runs need; the others show in almost every failover. */
const SHOWS_IN: Partial<Readonly<Record<ParameterName, string>>> = {
  crossSubnetHeartbeatPeriod: 'active-node-in-another-subnet-loses-power-by-default',
  crossSubnetMissedHeartbeatsUntilNodeDown: 'active-node-in-another-subnet-loses-power-by-default',
  arbitrationTimeMax: 'challenger-may-not-take-as-long-as-it-needs',
  witnessLockDelay: 'file-share-active-node-loses-power-2008',
  defenceMargin: 'active-node-loses-power-but-not-the-quorum',
  lostQuorumReservationStopsService: 'quorum-owner-loses-its-path',
  clusterServiceRestartDelay: 'quorum-owner-loses-its-path',
  clusterServiceHangTimeout: 'cluster-service-of-active-node-hangs',
  joinDuration: 'passive-node-loses-power',
  bootDuration: 'passive-node-loses-power',
  shutdownIsAnnounced: 'active-node-shuts-down',
  shutdownAllowance: 'active-node-shuts-down-with-a-slow-database',
  shutdownDuration: 'active-node-shuts-down',
  powerReturnsOn: 'nodes-with-staggered-boot-menus',
  looksAlivePollPeriod: 'information-store-crashes',
  isAlivePollPeriod: 'information-store-hangs',
  restartThreshold: 'public-cable-of-active-node-cut',
  restartPeriod: 'failures-further-apart-than-the-restart-period',
  restartDelay: 'information-store-crashes',
  retryPeriodOnFailure: 'failed-resource-is-tried-again-after-an-hour-2008',
  pendingTimeout: 'resource-takes-longer-than-its-pending-timeout',
  deadlockTimeout: 'resource-is-given-a-longer-pending-timeout-2008',
  groupFailoverThreshold: 'public-network-dead',
  groupFailoverPeriod: 'group-fails-again-after-its-failover-period',
  failedGroupGoesOffline: 'public-network-dead',
  exchangeServicesAffectGroup: 'information-store-crashes-again-and-again',
  databaseAffectsGroup: 'damaged-database-affects-its-group',
  informationStoreNeedsSystemAttendant: 'system-attendant-crashes',
  publicNetworkLossFailsAddress: 'public-cable-of-active-node-cut',
  hourAtStart: 'failback-at-night',
  genericOnlineDuration: 'provider-fails-and-takes-its-dependent-along',
  genericOfflineDuration: 'provider-fails-and-takes-its-dependent-along',
  failedDiskAttemptDuration: 'database-disk-fails',
  failedIpAddressAttemptDuration: 'public-cable-of-active-node-cut',
  failedServiceAttemptDuration: 'damaged-database-affects-its-group',
  diskOfflineDuration: 'planned-move',
  gratuitousArpAccepted: 'planned-move',
  arpCacheDuration: 'routers-do-not-believe-the-broadcast',
  damagedPageReadDelay: 'page-of-a-database-is-damaged',
  damagedDatabaseMounts: 'page-of-a-database-is-damaged',
  backupAge: 'database-disk-fails',
  backupDuration: 'backup-shortens-a-restore',
  restoreDuration: 'database-disk-fails',
};

/** Values that say more than half as much again: where a default stands for never or for no limit. */
const TRIED: Partial<Readonly<Record<ParameterName, number>>> = {
  groupFailoverThreshold: 2,
  deadlockTimeout: 60_000,
  retryPeriodOnFailure: 900_000,
};

function withNumber({ cluster }: Golden, name: ParameterName, value: number): Scenario {
  if (isScenario(cluster)) {
    return { ...cluster, parameters: { ...cluster.parameters, [name]: value } };
  }
  return twoNodes({ ...cluster, parameters: { ...cluster.parameters, [name]: value } });
}

/** Another value that the register allows: the other way of a switch, else half as much again or half. */
function another(name: ParameterName, now: number): number {
  const { unit, range } = REGISTER[name];
  if (unit === 'switch') return 1 - now;
  const tried = TRIED[name];
  if (tried !== undefined && tried !== now) return tried;
  const [least, most] = range;
  const more = now + Math.max(1, Math.floor(now / 2));
  return more <= most ? more : Math.max(least, Math.floor(now / 2));
}

function storyWith(golden: Golden, scenario: Scenario): string {
  return storyOf(carryOut({ ...golden, scenario }));
}

const stories = new Map<string, string>();

/** Whether a number changes what happens in a golden, or what is counted at its end. */
function shows(golden: Golden, name: ParameterName): boolean {
  const scenario = scenarioOf(golden);
  const before = stories.get(golden.name) ?? storyWith(golden, scenario);
  stories.set(golden.name, before);
  const value = another(name, scenario.parameters[name]);
  return storyWith(golden, withNumber(golden, name, value)) !== before;
}

test.each(PARAMETER_NAMES)('a golden changes with %s', (name) => {
  const first = GOLDEN.filter((golden) => golden.name === SHOWS_IN[name]);
  const found = [...first, ...GOLDEN].find((golden) => shows(golden, name));
  expect(found, `no golden changes with ${name}: a number without effect`).toBeDefined();
});

const scenarioOf = ({ cluster }: Golden): Scenario =>
  isScenario(cluster) ? cluster : twoNodes(cluster);

const assumed = (['windows-server-2003', 'windows-server-2008'] as const).flatMap((profile) =>
  PARAMETER_NAMES.filter((name) => valueOf(name, profile).confidence === 'assumption').map(
    (name): [ParameterName, Profile] => [name, profile],
  ),
);

test.each(assumed)('the assumption %s shows in a golden of %s', (name, profile) => {
  const goldens = GOLDEN.filter((golden) => scenarioOf(golden).profile === profile);
  const first = goldens.filter((golden) => golden.name === SHOWS_IN[name]);
  const found = [...first, ...goldens].find((golden) => shows(golden, name));
  expect(found, `no golden of ${profile} changes with ${name}`).toBeDefined();
});

test('every run that is named as showing a number is a golden and shows it', () => {
  const wrong = Object.entries(SHOWS_IN).filter(([name, golden]) => {
    const found = GOLDEN.find((one) => one.name === golden);
    return !found || !shows(found, name as ParameterName);
  });
  expect(wrong).toEqual([]);
});
