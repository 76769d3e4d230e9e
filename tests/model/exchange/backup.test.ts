import { describe, expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';
import { withForgottenDisk } from '../support/redundant.ts';

const DATABASE = 'mailbox-database';
const backup = cluster().at('0s', `back-up ${DATABASE}`);

describe('a backup', () => {
  test('is taken from the active node, as there is no other copy, and takes its time', () => {
    const run = backup.run();
    expect(run.when('backup-ended')).toBe(run.plan.scenario.parameters.backupDuration);
    expect(run.kinds).not.toContain('service-lost');
  });

  test.each([
    ['move EXMBX', 'a move aborts it (UP:5ac92b11)'],
    ['power-off NODE1', 'a node without power'],
    ['crash information-store', 'a crash of the store'],
    ['fail E', 'a lost disk'],
    ['take-offline EXMBX', 'somebody takes the group offline'],
  ])('%s: %s', (fault) => {
    const run = backup.at('10m', fault).run();
    expect(run.all('backup-aborted')).toHaveLength(1);
    expect(run.all('backup-ended')).toEqual([]);
    const ids = run.the('backup-aborted').because;
    expect(run.occurrences[ids[0] ?? -1]?.kind).toBe('backup-started');
  });

  test('stands still with its node', () => {
    const run = backup.at('10m', 'hang NODE1').at('600003ms', 'wake NODE1').run();
    expect(run.when('backup-ended')).toBe(run.plan.scenario.parameters.backupDuration + 3);
  });

  test('is refused for what is no database, while one is being made, and while it is not mounted', () => {
    expect(cluster().at('0s', 'back-up disk-E').run().refusals).toEqual(['no-database']);
    expect(backup.at('1s', `back-up ${DATABASE}`).run().refusals).toEqual(['already-so']);
    const off = cluster().at('0s', 'power-off NODE1').at('1s', `back-up ${DATABASE}`).run();
    expect(off.refusals).toEqual(['not-online']);
    const crashed = cluster().at('0s', 'crash information-store').at('1s', `back-up ${DATABASE}`);
    expect(crashed.run().refusals).toEqual(['not-online']);
    const hung = cluster().at('0s', 'hang NODE1').at('1s', `back-up ${DATABASE}`).run();
    expect(hung.refusals).toEqual(['system-not-up']);
  });
});

describe('of two databases', () => {
  const both = cluster({ secondDatabase: true }).do(
    `0s back-up ${DATABASE}`,
    '1s back-up database-2',
  );

  test('only the backup of the one that is closed is aborted', () => {
    const run = both.at('10m', 'take-offline database-2').run();
    expect(run.order('backup-aborted', 'backup-ended')).toEqual([
      'backup-aborted database-2',
      `backup-ended ${DATABASE}`,
    ]);
  });

  test('both backups end with their server', () => {
    const run = both.at('10m', 'power-off NODE1').run();
    expect(run.order('backup-aborted', 'backup-ended')).toEqual([
      `backup-aborted ${DATABASE}`,
      'backup-aborted database-2',
    ]);
  });

  test('the backup of one goes on while the other is restored', () => {
    const run = cluster({ secondDatabase: true })
      .do('0s fail F', '5m repair F', '6m restore-backup database-2')
      .do(`7m bring-online EXMBX`, `10m back-up ${DATABASE}`)
      .run();
    expect(run.order('restore-started', 'backup-started', 'backup-aborted')).toEqual([
      'restore-started database-2',
      `backup-started ${DATABASE}`,
    ]);
    expect(run.order('restore-ended', 'backup-ended')).toHaveLength(2);
  });
});

describe('restoring from a new backup', () => {
  const lost = backup.at('50m', 'fail E').at('60m', 'repair E');
  const restored = lost.at('61m', `restore-backup ${DATABASE}`).run();

  test('only the logs since then are replayed', () => {
    const { logGenerationPeriod, backupDuration } = restored.plan.scenario.parameters;
    const since = restored.the('restore-ended').values.backupAgeMs;
    expect(since).toBeLessThan(3_005_000 - backupDuration);
    expect(since).toBeGreaterThanOrEqual(3_000_000 - backupDuration);
    const logs = Math.floor(since / logGenerationPeriod);
    expect(restored.the('recovery-started').values).toMatchObject({ logs, after: 'backup' });
    expect(restored.outcome()).toMatch(/^online/);
    expect(restored.mail()).toMatchObject({ lost: 0, waiting: 0 });
  });

  test('without the logs only what was delivered since then is lost', () => {
    const run = backup
      .at('50m', 'fail E')
      .at('50m', 'fail L')
      .at('60m', 'repair E')
      .at('60m', 'repair L')
      .at('61m', `restore-backup ${DATABASE}`)
      .run();
    const { messagePeriod, backupDuration } = run.plan.scenario.parameters;
    const { lost, duplicated } = run.mail();
    expect(Math.abs(lost - (3_000_000 - backupDuration) / messagePeriod)).toBeLessThanOrEqual(1);
    expect(duplicated).toBe(0);
  });

  test('nor is what was late and delivered before it', () => {
    const late = cluster().at('0s', 'hang NODE1').at('6s', 'wake NODE1');
    const before = late.run().mail('5m').late;
    expect(before).toBeGreaterThan(0);
    const run = late
      .at('5m', `back-up ${DATABASE}`)
      .at('50m', 'fail E')
      .at('50m', 'fail L')
      .at('60m', 'repair E')
      .at('60m', 'repair L')
      .at('61m', `restore-backup ${DATABASE}`)
      .run();
    const { messagePeriod, backupDuration } = run.plan.scenario.parameters;
    const away = (3_000_000 - 300_000 - backupDuration) / messagePeriod;
    expect(Math.abs(run.mail().lost - away)).toBeLessThanOrEqual(1);
    expect(run.mail('55m').late).toBe(before);
    expect(run.mail().late).toBeGreaterThan(before);
  });

  test('is refused while another node has the disk', () => {
    const run = withForgottenDisk()
      .at('0s', 'move EXMBX')
      .at('5m', `restore-backup ${DATABASE}`)
      .run();
    expect(run.refusals).toEqual(['cannot-restore']);
  });

  test('comes to nothing when the group is moved meanwhile', () => {
    const run = cluster()
      .at('0s', `take-offline ${DATABASE}`)
      .at('1m', `restore-backup ${DATABASE}`)
      .at('10m', 'move EXMBX')
      .run();
    expect(run.the('restore-interrupted').at).toBe(run.the('group-moved').at);
    expect(run.all('restore-ended')).toEqual([]);
  });

  test('comes to nothing when its disk breaks again, or its server', () => {
    const again = lost.at('61m', `restore-backup ${DATABASE}`);
    const broken = again.at('70m', 'fail E').at('80m', 'repair E').run();
    expect(broken.the('restore-interrupted').because).toContain(
      broken.all('disk-repaired').at(-1)?.id,
    );
    expect(broken.all('restore-ended')).toEqual([]);
    const gone = again.at('70m', 'fail E').run();
    expect(gone.all('restore-interrupted')).toHaveLength(1);
    const owner = again.run('70m').world('70m').groups['EXMBX']?.owner.value ?? '';
    const moved = again.at('70m', `power-off ${owner}`).run();
    expect(moved.when('restore-interrupted')).toBe(4_200_000);
  });

  test('stands still with its node', () => {
    const usual = restored.when('restore-ended');
    const owner = restored.world('61m').groups['EXMBX']?.owner.value ?? '';
    const run = lost
      .at('61m', `restore-backup ${DATABASE}`)
      .at('70m', `hang ${owner}`)
      .at('4203s', `wake ${owner}`)
      .run();
    expect(run.when('restore-ended')).toBe(usual + 3_000);
  });

  test('meanwhile nobody can mount the database', () => {
    const run = cluster()
      .at('0s', `take-offline ${DATABASE}`)
      .at('1m', `restore-backup ${DATABASE}`)
      .at('2m', `bring-online ${DATABASE}`)
      .run('5m');
    expect(run.refusals).toEqual([]);
    expect(run.all('resource-failed', DATABASE).length).toBeGreaterThan(0);
    expect(run.all('resource-online', DATABASE)).toEqual([]);
  });

  test('a group that somebody took offline stays so when its database has been restored', () => {
    const run = cluster()
      .at('0s', 'take-offline EXMBX')
      .at('1m', `restore-backup ${DATABASE}`)
      .run();
    expect(run.all('restore-ended')).toHaveLength(1);
    expect(run.all('resource-going-online')).toEqual([]);
  });

  test('a database that somebody took offline stays so when it has been restored', () => {
    const run = cluster()
      .at('0s', `take-offline ${DATABASE}`)
      .at('1m', `restore-backup ${DATABASE}`)
      .run();
    expect(run.all('restore-ended')).toHaveLength(1);
    expect(run.all('resource-online', DATABASE)).toEqual([]);
  });
});

describe('a damaged page', () => {
  const damaged = cluster().at('0s', `damage-page ${DATABASE}`);

  test('shows when it is read, and is on the only copy there is (facts 7: corruption is not covered)', () => {
    const run = damaged.run();
    const { damagedPageReadDelay } = run.plan.scenario.parameters;
    const [first, ...others] = run.all('resource-failed', DATABASE);
    expect(first?.values.how).toBe('damage');
    expect(run.times('service-lost')).toEqual([damagedPageReadDelay]);
    expect(others.map(({ values }) => values.how)).toEqual(['attempt', 'attempt', 'attempt']);
    expect(run.outcome()).toBe('down on NODE1');
  });

  test('is read as much later as its node hung', () => {
    const run = damaged.at('10s', 'hang NODE1').at('13s', 'wake NODE1').run();
    const { damagedPageReadDelay } = run.plan.scenario.parameters;
    expect(run.times('resource-failed', DATABASE)[0]).toBe(damagedPageReadDelay + 3_000);
  });

  test('another node gets the same page: moving does not help', () => {
    const run = damaged.at('5m', 'move EXMBX').run();
    expect(run.outcome()).toBe('down on NODE2');
  });

  test('nobody knows of it before: a failover in between works, and then it is read', () => {
    const run = cluster({ parameters: { damagedPageReadDelay: 300_000 } })
      .at('0s', `damage-page ${DATABASE}`)
      .at('1s', 'move EXMBX')
      .run();
    expect(run.all('service-restored')).toHaveLength(1);
    const [first] = run.all('resource-failed', DATABASE);
    expect(first?.values.how).toBe('damage');
    expect(run.times('resource-failed', DATABASE)[0]).toBe(300_000);
  });

  test('if it can be mounted all the same, it fails each time the page is read', () => {
    const run = cluster({ parameters: { damagedDatabaseMounts: 1 } })
      .at('0s', `damage-page ${DATABASE}`)
      .run();
    const how = run.all('resource-failed', DATABASE).map(({ values }) => values.how);
    expect(how).toEqual(['damage', 'damage', 'damage', 'damage']);
  });

  test('a restore brings sound pages, and with the logs nothing is lost', () => {
    const run = damaged.at('10m', `restore-backup ${DATABASE}`).run();
    expect(run.outcome()).toBe('online on NODE1');
    expect(run.mail().lost).toBe(0);
    expect(run.world().databases[DATABASE]?.pages.value).toBe('sound');
  });

  test('a backup reads every page: one with a damaged page is none', () => {
    const run = cluster({ parameters: { damagedPageReadDelay: 86_400_000 } })
      .at('0s', `damage-page ${DATABASE}`)
      .at('1m', `back-up ${DATABASE}`)
      .run();
    expect(run.all('backup-aborted')).toHaveLength(1);
    expect(run.all('backup-ended')).toEqual([]);
  });

  test('is refused for what is no database, and twice', () => {
    expect(cluster().at('0s', 'damage-page disk-E').run().refusals).toEqual(['no-database']);
    expect(damaged.at('1s', `damage-page ${DATABASE}`).run().refusals).toEqual(['already-so']);
  });
});
