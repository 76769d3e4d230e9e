import { expect, test } from 'vitest';
import { commandFor, linkFor } from '#story';
import { cluster } from '../model/support/cluster.ts';

const powerCut = cluster().at('0s', 'power-off NODE1').at('12m', 'power-on NODE1').run();

test('a run is linked by its scenario, its version, an instant and what was done', () => {
  expect(linkFor(powerCut.execution.run, 97_200)).toBe(
    '#run=two-nodes@1;at=97200;do=60200:power-off+NODE1,780200:power-on+NODE1',
  );
});

test('a run in which nothing was done has nothing after its instant', () => {
  expect(linkFor(cluster().run().execution.run, 5)).toBe('#run=two-nodes@1;at=5');
});

test('commas between actions are not mistaken for those between nodes', () => {
  const { execution } = cluster().at('0s', 'set EXMBX.PreferredOwners NODE2,NODE1').run();
  const [, done = ''] = linkFor(execution.run, 0).split(';do=');
  expect(done.split(',').map(decodeURIComponent)).toEqual([
    '60200:set+EXMBX.PreferredOwners+NODE2,NODE1',
  ]);
});

test('the command names scenario, seed, profile and every action at its instant', () => {
  expect(commandFor(powerCut.execution.run)).toBe(
    'npm run --silent simulate -- two-nodes --seed 1 --profile windows-server-2003 --do "60.2s power-off NODE1" --do "780.2s power-on NODE1"',
  );
});

test('the command names the parameters that are not those of its profile, in their own units', () => {
  const { execution } = cluster({
    profile: 'windows-server-2008',
    seed: 7,
    parameters: { heartbeatPeriod: 1_200, mailboxes: 12, gratuitousArpAccepted: 0 },
  }).run();
  expect(commandFor(execution.run)).toBe(
    'npm run --silent simulate -- two-nodes --seed 7 --profile windows-server-2008 --set heartbeatPeriod=1.2s --set mailboxes=12 --set gratuitousArpAccepted=off',
  );
});
