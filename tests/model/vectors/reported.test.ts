// Numbers that come from neighbouring versions or from secondary texts.
import { expect, test } from 'vitest';
import { valueOf } from '#model/register';
import { cluster } from '../support/cluster.ts';

test('Arbitrate (told of Windows Server 2012): arbitration adds 7 s on 2008', () => {
  const run = cluster({ profile: 'windows-server-2008' }).at('0s', 'power-off NODE1').run();
  expect(run.the('quorum-taken').values.tookMs).toBe(7_000);
});

test('ArbitrationDelay (told of Windows Server 2012): who has not locked the share waits 6 s before it tries', () => {
  expect(valueOf('witnessLockDelay', 'windows-server-2008').default).toBe(6_000);
  const outage = (witnessLockDelay: number): number =>
    cluster({
      profile: 'windows-server-2008',
      quorum: 'node-and-file-share-majority',
      parameters: { witnessLockDelay },
    })
      .at('0s', 'power-off NODE1')
      .run()
      .the('service-restored').values.outageMs;
  expect(outage(16_000) - outage(6_000)).toBe(10_000);
});

test('RestartDelay (told of Windows Server 2012): half a second from a failure to the restart', () => {
  const generic = [{ id: 'Jobs', owner: 'NODE1', resources: { job: [] } }];
  const run = cluster({ generic }).at('0s', 'crash job').run();
  expect(run.when('resource-going-online', 'job') - run.when('resource-failed', 'job')).toBe(500);
});

test('KB 244331: clients wait for routers that do not believe the broadcast of the new hardware address', () => {
  const outage = (gratuitousArpAccepted: number): number =>
    cluster({ parameters: { gratuitousArpAccepted } })
      .at('0s', 'move EXMBX NODE2')
      .run()
      .the('service-restored').values.outageMs;
  expect(outage(1)).toBe(24_000);
  expect(outage(0)).toBe(9_000 + 1_000 + 240_000);
});
