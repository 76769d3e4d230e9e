import { expect, test } from 'vitest';
import { cluster, lineOf } from '../support/cluster.ts';
import { withForgottenDisk } from '../support/redundant.ts';
import { replayOfCauses, reproduces } from '../support/replay.ts';

test('each occurrence of what can befall a mailbox server is reproduced by the actions in its chain of causes', () => {
  const faults = [
    ['crash information-store', 'stop-service information-store', 'hang-service system-attendant'],
    ['stop-service information-store', 'move EXMBX', 'crash information-store'],
    ['hang-service information-store', 'back-up mailbox-database', 'power-off NODE1'],
    ['back-up mailbox-database', 'hang NODE1', 'power-off NODE2', 'wake NODE1'],
    ['damage-page mailbox-database', 'restore-backup mailbox-database', 'move EXMBX'],
    ['fail E', 'repair E', 'restore-backup mailbox-database', 'fail E'],
    ['move EXMBX', 'cut public', 'mend public', 'bring-online EXMBX'],
  ];
  const scripts = [
    cluster(),
    cluster({ parameters: { damagedDatabaseMounts: 1, gratuitousArpAccepted: 0 } }),
    withForgottenDisk(),
  ];
  for (const first of scripts) {
    for (const fault of faults) {
      let script = first;
      for (const [index, action] of fault.entries()) script = script.at(`${index * 11}m`, action);
      const { execution } = script.run();
      const missing = execution.occurrences.filter(
        (occurrence) => !reproduces(replayOfCauses(execution, occurrence), occurrence),
      );
      expect([fault, missing.map(lineOf)]).toEqual([fault, []]);
    }
  }
});
