import { describe, expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';

const STORE = 'information-store';
const DATABASE = 'mailbox-database';

describe('the Information Store crashes', () => {
  const run = cluster().at('0s', `crash ${STORE}`).run();

  test('clients are not answered from that instant; the cluster finds out at its next poll', () => {
    expect(run.times('service-lost')).toEqual([0]);
    const found = run.the('resource-failed', STORE);
    const { looksAlivePollPeriod } = run.plan.scenario.parameters;
    expect(found.values.how).toBe('poll');
    expect(run.when('resource-failed', STORE)).toBeGreaterThan(0);
    expect(run.when('resource-failed', STORE)).toBeLessThanOrEqual(looksAlivePollPeriod);
  });

  test('its databases were not closed: they go down with it and their logs are replayed', () => {
    expect(run.the('resource-offline', DATABASE)).toMatchObject({
      at: run.the('resource-failed', STORE).at,
      rule: 'terminate',
    });
    expect(run.the('recovery-started').values.logs).toBe(20);
  });

  test('it is restarted in place and never moves the group (remembered default of Exchange 2007)', () => {
    expect(run.outcome()).toBe('online on NODE1');
    const again = [0, 1, 2, 3, 4].reduce(
      (script, minute) => script.at(`${minute}m`, `crash ${STORE}`),
      cluster(),
    );
    expect(again.run().kinds).not.toContain('failover-started');
    const affects = { parameters: { exchangeServicesAffectGroup: 1 } };
    const moved = [0, 1, 2, 3].reduce(
      (script, minute) => script.at(`${minute}m`, `crash ${STORE}`),
      cluster(affects),
    );
    expect(moved.run().all('failover-started')).toHaveLength(1);
  });
});

describe('somebody stops the service outside the cluster', () => {
  test('the monitor sees a failure and restarts it (Exchange 5.5 documentation), databases were closed', () => {
    const run = cluster().at('0s', `stop-service ${STORE}`).run();
    expect(run.the('resource-failed', STORE).values.how).toBe('poll');
    expect(run.kinds).not.toContain('recovery-started');
    expect(run.outcome()).toBe('online on NODE1');
  });

  test('started again before the next poll, it is not missed; its databases are, each at its own poll', () => {
    const run = cluster()
      .at('0s', `stop-service ${STORE}`)
      .at('1s', `start-service ${STORE}`)
      .run();
    expect(run.all('resource-failed', STORE)).toEqual([]);
    expect(run.the('resource-failed', DATABASE).values.how).toBe('poll');
    expect(run.kinds).not.toContain('recovery-started');
    const crashed = cluster().at('0s', `crash ${STORE}`).at('1s', `start-service ${STORE}`).run();
    expect(crashed.all('recovery-started')).toHaveLength(1);
    expect(crashed.outcome()).toBe('online on NODE1');
  });
});

describe('the Information Store hangs', () => {
  const run = cluster().at('0s', `hang-service ${STORE}`).run();

  test('only IsAlive notices (assumption 11 of the facts), within a minute', () => {
    const { isAlivePollPeriod, looksAlivePollPeriod } = run.plan.scenario.parameters;
    const found = run.when('resource-failed', STORE);
    expect(found).toBeGreaterThan(looksAlivePollPeriod);
    expect(found).toBeLessThanOrEqual(isAlivePollPeriod);
    expect(run.times('service-lost')).toEqual([0]);
  });

  test('the process is ended, so the databases that it had mounted are dirty', () => {
    expect(run.the('recovery-started').values.logs).toBe(20);
  });

  test('a move waits for it until PendingTimeout, three minutes, then it is terminated', () => {
    const moved = cluster().at('0s', `hang-service ${STORE}`).at('1s', 'move EXMBX').run();
    const begun = moved.when('resource-going-offline', STORE);
    expect(moved.the('resource-offline', STORE).rule).toBe('terminate');
    expect(moved.when('resource-offline', STORE)).toBe(begun + 180_000);
  });
});

describe('the System Attendant', () => {
  test('is not asked when somebody reads mail: its crash is no outage', () => {
    const run = cluster().at('0s', 'crash system-attendant').run();
    expect(run.all('resource-failed', 'system-attendant')).toHaveLength(1);
    expect([...run.kinds]).not.toContain('service-lost');
  });

  test('under the dependencies of Exchange 2003 its crash takes the store with it', () => {
    const parameters = { informationStoreNeedsSystemAttendant: 1 };
    const run = cluster({ parameters }).at('0s', 'crash system-attendant').run();
    expect(run.all('resource-offline', STORE)).toHaveLength(1);
    expect(run.kinds).toContain('service-lost');
    expect(run.outcome()).toBe('online on NODE1');
  });
});

describe('a node hosts one clustered mailbox server at a time (UP:d13d8ae3)', () => {
  const spare = cluster({ nodes: 3, mailboxServers: 2 });

  test('the services of a second one do not start, and what does not depend on them does', () => {
    const run = spare.at('0s', 'power-off NODE3').at('1m', 'power-off NODE1').run();
    expect(run.the('group-taken', 'EXMBX').values.to).toBe('NODE2');
    const end = run.world().resources;
    expect(end['network-name']?.state.value).toBe('online');
    expect(end['system-attendant']?.state.value).toBe('failed');
    expect(end[STORE]?.state.value).toBe('failed');
    expect(end[DATABASE]?.state.value).toBe('offline');
    expect(end['system-attendant-2']?.state.value).toBe('online');
    expect(run.outcome()).toBe('down on NODE2');
  });

  test('of two that arrive at once the first in the scenario gets the node', () => {
    const run = spare.at('0s', 'power-off NODE1').at('0s', 'power-off NODE2').run();
    const { resources } = run.world();
    expect(resources['system-attendant']?.state.value).toBe('online');
    expect(resources['system-attendant-2']?.state.value).toBe('failed');
    expect(run.outcome()).toBe('online on NODE3');
  });

  test('moved to a node of its own it runs', () => {
    const run = spare
      .at('0s', 'power-off NODE3')
      .at('1m', 'power-off NODE1')
      .at('10m', 'power-on NODE3')
      .at('20m', 'move EXMBX NODE3')
      .run();
    expect(run.outcome()).toBe('online on NODE3');
  });

  test('the one that has the node goes offline in order all the same, while the other tries', () => {
    const run = spare
      .at('0s', 'power-off NODE3')
      .at('1m', 'power-off NODE1')
      .at('90s', 'take-offline EXMBX-2')
      .run();
    expect(run.world('90s').resources['system-attendant']?.state.value).toBe('online-pending');
    for (const resource of ['mailbox-database-2', 'information-store-2', 'system-attendant-2'])
      expect(run.the('resource-offline', resource).rule).toBe('take-offline');
    expect(run.all('resource-failed', 'mailbox-database-2')).toEqual([]);
  });
});

describe('what cannot be done to a process', () => {
  test.each(['network-name', 'disk-E', 'ip-address', DATABASE])(
    '%s has none of its own',
    (resource) => {
      for (const verb of ['crash', 'hang-service', 'stop-service', 'start-service'])
        expect(cluster().at('0s', `${verb} ${resource}`).run().refusals).toEqual(['no-process']);
    },
  );

  test('one that does not run, and one that does so already', () => {
    const off = cluster().at('0s', 'power-off NODE1');
    expect(off.at('1s', `crash ${STORE}`).run().refusals).toEqual(['not-online']);
    expect(cluster().at('0s', `start-service ${STORE}`).run().refusals).toEqual(['already-so']);
    const crashed = cluster().at('0s', `crash ${STORE}`);
    for (const verb of ['crash', 'hang-service', 'stop-service'])
      expect(crashed.at('1s', `${verb} ${STORE}`).run().refusals).toEqual(['already-so']);
    const hung = cluster().at('0s', `hang-service ${STORE}`).at('1s', `crash ${STORE}`).run();
    expect(hung.refusals).toEqual([]);
  });

  test('anything on a node that stands still', () => {
    const run = cluster().at('0s', 'hang NODE1').at('1s', `stop-service ${STORE}`).run();
    expect(run.refusals).toEqual(['system-not-up']);
  });
});
