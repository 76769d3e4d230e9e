import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INVARIANTS, visitInstants } from '#model';
import { execute } from '#model/whole';
import { everyAction } from '../support/arbitrary.ts';
import { START } from '../support/scenario.ts';
import { server } from '../support/server.ts';

describe('a server that stands alone', () => {
  test('has nobody to take over: mail is away until it has power again and has started', () => {
    const off = server().at('0s', 'power-off SERVER1');
    expect(off.run().outcome()).toBe('down on SERVER1');
    const run = off.at('10m', 'power-on SERVER1').run();
    expect(run.outcome()).toBe('online on SERVER1');
    const { bootDuration } = run.plan.scenario.parameters;
    expect(run.when('services-started')).toBe(600_000 + bootDuration);
  });

  test('knows no heartbeat, no quorum and no cluster service', () => {
    const run = server().at('0s', 'power-off SERVER1').at('1m', 'power-on SERVER1').run();
    const words = [...run.kinds].filter((kind) =>
      /heartbeat|quorum|cluster|node-joined/.test(kind),
    );
    expect(words).toEqual([]);
  });

  test('has no cluster service to stop either, when it shuts down without a word', () => {
    const run = server({ shutdownIsAnnounced: 0 }).at('0s', 'shut-down SERVER1').run();
    expect([...run.kinds]).toEqual(['node-shutting-down', 'service-lost', 'node-shut-down']);
    expect(run.when('node-shut-down')).toBe(run.plan.scenario.parameters.shutdownDuration);
  });

  test('ends a backup when its services end, not when its system is down (KB Q252974)', () => {
    const slow = server({ databaseDismountDuration: 60_000 });
    const run = slow.at('0s', 'back-up mailbox-database').at('1s', 'shut-down SERVER1').run();
    const { shutdownAllowance, shutdownDuration } = run.plan.scenario.parameters;
    expect(run.when('backup-aborted')).toBe(1_000 + shutdownAllowance);
    expect(run.when('node-shut-down')).toBe(1_000 + shutdownAllowance + shutdownDuration);
  });

  test('notices a lost disk at its next write, and no restart brings it back', () => {
    const run = server().at('0s', 'fail E').run();
    expect(run.when('resource-failed', 'disk-E')).toBe(0);
    expect(run.the('group-failed').values.resource).toBe('disk-E');
  });

  test('cannot move what it hosts', () => {
    expect(server().at('0s', 'move EXMBX').run().refusals).toEqual(['no-other-node']);
  });
});

describe('restoring a backup', () => {
  const replaced = server().at('0s', 'fail E').at('10m', 'repair E');

  test('a replaced disk is empty: the database cannot be mounted from it', () => {
    const run = replaced.at('11m', 'bring-online EXMBX').run();
    expect(run.outcome()).toBe('down on SERVER1');
  });

  test('with the logs on another disk everything since the backup is replayed, and nothing is lost', () => {
    const run = replaced.at('12m', 'restore-backup mailbox-database').run();
    const { backupAge, logGenerationPeriod } = run.plan.scenario.parameters;
    const { logs } = run.the('restore-ended').values;
    expect(logs).toBe(Math.floor((backupAge + 1) / logGenerationPeriod));
    expect(run.the('recovery-started').values).toMatchObject({ logs, after: 'backup' });
    expect(run.outcome()).toBe('online on SERVER1');
    expect(run.mail().lost).toBe(0);
  });

  test('with the log disk gone too, everything delivered since the backup is lost', () => {
    const run = server()
      .at('0s', 'fail E')
      .at('1ms', 'fail L')
      .at('10m', 'repair E')
      .at('10m', 'repair L')
      .at('12m', 'restore-backup mailbox-database')
      .run();
    const { backupAge, messagePeriod } = run.plan.scenario.parameters;
    expect(run.outcome()).toBe('online on SERVER1');
    expect(run.mail().lost).toBe(backupAge / messagePeriod);
  });

  test('is refused while the database is in use, and while its disk is broken', () => {
    const used = server().at('0s', 'restore-backup mailbox-database').run();
    const broken = server().at('0s', 'fail E').at('1s', 'restore-backup mailbox-database').run();
    expect([...used.refusals, ...broken.refusals]).toEqual(['cannot-restore', 'cannot-restore']);
  });

  test('is for databases only', () => {
    expect(server().at('0s', 'restore-backup ip-address').run().refusals).toEqual(['no-database']);
  });

  test('comes to nothing when the server loses its power meanwhile', () => {
    const run = replaced
      .at('12m', 'restore-backup mailbox-database')
      .at('20m', 'power-off SERVER1')
      .at('21m', 'power-on SERVER1')
      .run();
    expect(run.all('restore-ended')).toEqual([]);
    expect(run.when('restore-interrupted')).toBe(1_200_000);
  });
});

test('no invariant is broken by whatever is done to a server, and a run is the same every time', () => {
  const { plan } = server();
  const timed = fc.record({
    at: fc.integer({ min: START, max: START + 4_000_000 }),
    action: fc.constantFrom(...everyAction(plan)),
  });
  fc.assert(
    fc.property(fc.array(timed, { maxLength: 12 }), (actions) => {
      const execution = execute({ plan, actions });
      const broken: string[] = [];
      visitInstants(execution, (at, world) => {
        for (const invariant of INVARIANTS) {
          const wrong = invariant.broken(plan, world);
          if (wrong) broken.push(`${at}: ${wrong}`);
        }
      });
      expect(broken).toEqual([]);
      expect(execute({ plan, actions }).occurrences).toEqual(execution.occurrences);
    }),
    { numRuns: 200 },
  );
});
