import { countClients, planOf } from '#model';
import type { Scenario } from '#model';
import { Script } from '../support/cluster.ts';
import type { Ran } from '../support/cluster.ts';
import { START } from '../support/scenario.ts';
import type { GoldenRun } from './runs.ts';

/** Carries a golden out. */
export function carryOut({ scenario, actions, until }: GoldenRun): Ran {
  return new Script(planOf(scenario)).do(...actions).run(until);
}

function list(entries: readonly (readonly [string, unknown])[]): string {
  return entries.map(([id, value]) => `${id} ${String(value)}`).join(', ');
}

/** A few lines about the cluster: enough to know it by. */
function clusterOf(scenario: Scenario): string[] {
  const { profile, quorum, nodes, networks, groups, feeds, switches, array } = scenario;
  const more = [
    ...(feeds.length > 0 ? [`${feeds.length} power feeds`] : []),
    ...(switches.length > 0 ? [`${switches.length} switches`] : []),
    ...(array.controllers.length > 0 ? [`${array.controllers.length} controllers`] : []),
  ];
  return [
    `${profile}, quorum: ${quorum ?? 'none'}, ${nodes.length} nodes`,
    `Networks: ${list(networks.map(({ id, role }) => [id, role]))}`,
    `Groups: ${list(groups.map(({ id, owner }) => [id, owner]))}`,
    ...(more.length > 0 ? [more.join(', ')] : []),
  ];
}

function valuesOf<Key extends string>(
  record: Readonly<Record<string, Readonly<Record<Key, { readonly value: unknown }>>>>,
  key: Key,
): [string, unknown][] {
  return Object.entries(record).map(([id, one]) => [id, one[key].value]);
}

/** What is so when it is over: the cluster, the mail and the clients. */
function endOf(run: Ran): string[] {
  const { nodes, groups, resources, reservations } = run.world();
  const disks = Object.entries(reservations).map(
    ([id, { value }]) => [id, value ?? 'nobody'] as const,
  );
  const { delivered, late, waiting, lost } = run.mail();
  const clients = countClients(run.plan, run.world(), Math.max(run.execution.steadyAt, START));
  return [
    `Service: ${run.outcome()}`,
    `Cluster services: ${list(valuesOf(nodes, 'service'))}`,
    `Groups: ${list(valuesOf(groups, 'owner'))}`,
    `Resources: ${list(valuesOf(resources, 'state'))}`,
    `Disks reserved by: ${list(disks)}`,
    `Mail: ${delivered} delivered, ${late} of them late, ${waiting} waiting, ${lost} lost`,
    `Clients: ${clients.connected} connected, ${clients.onLocalCopy} on a local copy, ${clients.waiting} waiting`,
  ];
}

/** What happened, what was refused and how it ended: everything that a number can change. */
export function storyOf(run: Ran): string {
  const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
  return [
    'What happens (number, seconds since the start):',
    ...run.text.split('\n').map((line) => ` ${line}`),
    ...(run.refusals.length > 0 ? ['Refused:', ...indented(run.refusals)] : []),
    'At the end:',
    ...indented(endOf(run)),
    '',
  ].join('\n');
}

/** A golden as it is kept: the cluster, what is done, what is claimed, and the run. */
export function summaryOf(
  golden: GoldenRun,
  claims: readonly { readonly says: string; readonly source: string }[],
  run: Ran,
): string {
  const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
  return [
    'Cluster:',
    ...indented(clusterOf(golden.scenario)),
    'Actions:',
    ...indented(golden.actions),
    'Claims:',
    ...indented(claims.map(({ says, source }) => `${says} (${source})`)),
    storyOf(run),
  ].join('\n');
}
