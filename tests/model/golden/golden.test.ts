// Runs as text. A change of behaviour shows as a difference of these files and is reviewed there:
// UPDATE_GOLDEN=1 npx vitest run tests/model/golden
// writes them anew; read every changed line against the facts before committing it.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cluster } from '../support/cluster.ts';
import type { Ran } from '../support/cluster.ts';
import { GOLDEN } from './cases.ts';
import type { GoldenCase } from './cases.ts';

const folder = new URL('.', import.meta.url);
const update = process.env['UPDATE_GOLDEN'] === '1';

function runOf({ cluster: difference = {}, actions }: GoldenCase): Ran {
  let script = cluster(difference);
  for (const action of actions) {
    const [when = '', ...what] = action.split(' ');
    script = script.at(when, what.join(' '));
  }
  return script.run();
}

function endOf(run: Ran): string[] {
  const { nodes, groups, resources, reservations } = run.world();
  const list = (record: Readonly<Record<string, unknown>>): string =>
    Object.entries(record)
      .map(([id, value]) => `${id} ${String(value)}`)
      .join(', ');
  const values = <Key extends string>(
    record: Readonly<Record<string, Readonly<Record<Key, { readonly value: unknown }>>>>,
    key: Key,
  ): Readonly<Record<string, unknown>> =>
    Object.fromEntries(Object.entries(record).map(([id, one]) => [id, one[key].value]));
  const disks = Object.entries(reservations).map(([id, { value }]) => [id, value ?? 'nobody']);
  const { delivered, late, waiting, lost } = run.mail();
  return [
    `Service: ${run.outcome()}`,
    `Cluster services: ${list(values(nodes, 'service'))}`,
    `Groups: ${list(values(groups, 'owner'))}`,
    `Resources: ${list(values(resources, 'state'))}`,
    `Disks reserved by: ${list(Object.fromEntries(disks) as Record<string, string>)}`,
    `Mail: ${delivered} delivered, ${late} of them late, ${waiting} waiting, ${lost} lost`,
  ];
}

function textOf(golden: GoldenCase): string {
  const run = runOf(golden);
  const { publicRole = 'mixed', quorumOwner = 'NODE1' } = golden.cluster ?? {};
  const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
  return [
    'Cluster:',
    `  Public network ${publicRole}, quorum disk on ${quorumOwner}, mailbox server on NODE1`,
    'Actions:',
    ...indented(golden.actions),
    'What happens (number, seconds since the first action):',
    ...run.text.split('\n').map((line) => ` ${line}`),
    'At the end:',
    ...indented(endOf(run)),
    '',
  ].join('\n');
}

for (const golden of GOLDEN) {
  test(`golden: ${golden.name.replaceAll('-', ' ')}`, () => {
    const file = new URL(`${golden.name}.txt`, folder);
    const text = textOf(golden);
    if (update) writeFileSync(file, text);
    expect(existsSync(file), 'write it with UPDATE_GOLDEN=1').toBe(true);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });
}

test('every golden file has its case', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  expect(files.toSorted()).toEqual(GOLDEN.map(({ name }) => `${name}.txt`).toSorted());
});
