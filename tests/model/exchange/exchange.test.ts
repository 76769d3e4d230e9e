import { expect, test } from 'vitest';
import { countMail } from '#model';
import { cluster } from '../support/cluster.ts';
import { START } from '../support/scenario.ts';

const powerCut = cluster().at('0s', 'power-off NODE1');

test('checkpoint depth (20 MB, 1 MB logs): an unclean stop of a long-mounted database leaves 20 logs to replay', () => {
  const run = powerCut.run();
  expect(run.the('recovery-started').values).toMatchObject({ logs: 20, takesMs: 10_000 });
  expect(run.the('recovery-ended').values).toMatchObject({ logs: 20, tookMs: 10_000 });
});

test('facts 4.4 (bb124063): after an unclean stop the replay decides how long the database takes', () => {
  const slow = cluster({ parameters: { recoveryDurationPerLog: 5_000 } });
  const outage = (script: typeof powerCut): number =>
    script.run().the('service-restored').values.outageMs;
  const difference = outage(slow.at('0s', 'power-off NODE1')) - outage(powerCut);
  expect(difference).toBe(20 * 4_500);
});

test('a database that was just mounted has few logs to replay: one, and one more every 15 s', () => {
  const mounted = powerCut.run().when('resource-online', 'mailbox-database');
  const logs = (after: number): number | undefined =>
    powerCut
      .at('5s', 'power-on NODE1')
      .at(`${mounted + after}ms`, 'power-off NODE2')
      .run()
      .all('recovery-started')
      .at(-1)?.values.logs;
  expect(logs(1)).toBe(1);
  expect(logs(14_999)).toBe(1);
  expect(logs(15_000)).toBe(2);
  expect(logs(3_000_000)).toBe(20);
});

test('a database whose disk goes away while it dismounts was not closed in order', () => {
  const run = cluster({ quorumOwner: 'NODE2' })
    .at('0s', 'move EXMBX NODE2')
    .at('3.9s', 'cut NODE1.path-1')
    .run();
  expect(run.the('resource-offline', 'mailbox-database')).toMatchObject({
    at: START + 4_000,
    rule: 'terminate',
  });
  expect(run.the('recovery-started').values.logs).toBe(20);
});

test('a database never comes online without the recovery it needs, even if its disk was away as it began', () => {
  const started = powerCut.run().when('resource-going-online', 'mailbox-database');
  const run = powerCut
    .at(`${started - 1}ms`, 'cut NODE2.path-1')
    .at(`${started + 1}ms`, 'mend NODE2.path-1')
    .run();
  expect(run.the('resource-failed', 'mailbox-database').values.how).toBe('attempt');
  expect(run.all('recovery-ended')).toHaveLength(1);
  expect(run.outcome()).toBe('online on NODE2');
});

test('a recovery that is cut short begins again with all its logs', () => {
  const run = powerCut.at('35s', 'power-on NODE1').at('36s', 'power-off NODE2').run();
  expect(run.all('recovery-started').map(({ values }) => values.logs)).toEqual([20, 20]);
  expect(run.outcome()).toBe('online on NODE1');
});

test('the service is lost at the instant the last answering path vanishes, whatever the cluster believes', () => {
  for (const fault of ['power-off NODE1', 'cut public', 'cut NODE1.public', 'fail array']) {
    expect(cluster().at('0s', fault).run().times('service-lost')).toEqual([0]);
  }
  expect(cluster().at('0s', 'cut NODE2.public').run().all('service-lost')).toEqual([]);
});

test('an address that is mended while its resource is still online answers again at once', () => {
  const run = cluster().at('0s', 'cut public').at('1ms', 'mend public').run();
  expect(run.the('service-restored').values.outageMs).toBe(1);
});

test('two databases: the service is degraded while one of them is away', () => {
  const run = cluster({ secondDatabase: true }).at('0s', 'fail F').run();
  expect(run.world('1s').service.value).toBe('degraded');
});

test('mail waits in the transport queue during an outage and is delivered late, none is lost', () => {
  const run = powerCut.run();
  const waiting = run.mail('30s');
  expect(waiting.waiting).toBe(10);
  const end = run.mail();
  expect(end).toMatchObject({ waiting: 0, lost: 0, duplicated: 0 });
  expect(end.late).toBe(run.the('queue-delivered').values.messages);
});

test('what is lost is counted as accepted minus known, so a lost cohort would show', () => {
  const run = powerCut.run();
  const world = run.world('40s');
  const count = run.mail('40s');
  expect(count).toMatchObject({ delivered: 20, waiting: 13, lost: 0, duplicated: 0 });
  const without = { ...world, mail: world.mail.slice(0, 1) };
  const at = START + 40_000;
  expect(countMail(run.plan, without, at)).toMatchObject({ delivered: 20, waiting: 0, lost: 13 });
  const twice = { ...world, mail: [...world.mail, ...world.mail] };
  expect(countMail(run.plan, twice, at)).toMatchObject({ lost: 0, duplicated: 33 });
  expect(world.mail.map(({ fate }) => fate)).toEqual(['prompt', 'waiting']);
});

test('a log of 1 MB holds the messages that arrive while it fills: five', () => {
  const { logGenerationPeriod, messagePeriod } = cluster().plan.scenario.parameters;
  expect(logGenerationPeriod / messagePeriod).toBe(5);
});

test('the queue retries every minute, and not at all while nothing waits', () => {
  const run = powerCut.run();
  const after = run.when('queue-delivered') - run.when('service-restored');
  expect(after).toBeGreaterThan(0);
  expect(after).toBeLessThanOrEqual(60_000);
  expect(cluster().run().occurrences).toEqual([]);
});

test('an outage too short for a message delays none', () => {
  const run = cluster().at('0s', 'cut public').at('1ms', 'mend public').run();
  const messages = run.all('queue-delivered').map(({ values }) => values.messages);
  expect(messages.length).toBeLessThanOrEqual(1);
  expect(run.mail()).toMatchObject({ lost: 0, duplicated: 0, waiting: 0 });
});

test('acting before the suggested start of a scenario neither loses nor duplicates mail', () => {
  const { plan } = cluster();
  expect(plan.scenario.start).toBe(START);
  const early = cluster().run().mail();
  expect(early).toMatchObject({ lost: 0, duplicated: 0, late: 0 });
});

test('a disk replaced before anybody noticed is empty all the same: the database fails, and stays away', () => {
  const run = cluster().at('0s', 'fail E').at('100ms', 'repair E').run();
  expect(run.all('resource-failed', 'mailbox-database')[0]).toMatchObject({
    at: START + 100,
    values: { how: 'access' },
  });
  expect(run.outcome()).toBe('down on NODE1');
});

test('bb124063: a database may replay its logs for any time, but its mount after that has its limit', () => {
  const slow = (databaseMountDuration: number) =>
    cluster({
      parameters: { databaseMountDuration },
      resource: { 'mailbox-database': { properties: { PendingTimeout: 4_000 } } },
    })
      .at('0s', 'power-off NODE1')
      .run();
  expect(slow(4_000).the('recovery-ended').values.tookMs).toBeGreaterThan(4_000);
  expect(slow(4_000).outcome()).toBe('online on NODE2');
  const late = slow(10_000);
  const [failed] = late.all('resource-failed', 'mailbox-database');
  expect(failed?.values.how).toBe('time-out');
  expect(failed?.at).toBe(late.the('recovery-ended').at + 4_000);
});
