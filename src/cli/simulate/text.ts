import { formatAction, formatDuration } from '#model';
import type { Instant, Milliseconds, Scenario } from '#model';
import { PARAMETER_NAMES, valueOf } from '#model/register';
import { adviceFor, formatParameter } from '#model/schema';
import { outcomeOf } from '#story';
import type { Outcome, PhaseKey } from '#story';
import { refusalText, sentenceFor } from '#story/words';
import { codesAtEnd } from './codes.ts';
import { endingOf } from './end.ts';
import type { Simulation } from './simulation.ts';
import { table } from './table.ts';

const TIME_WIDTH = 10;
const WIDEST_TEXT = 62;
const NARROWEST_WHY = 30;

/** Time since the first action with its milliseconds: `+0:07.200`. */
function since(from: Instant, instant: Instant): string {
  const elapsed = Math.abs(instant - from);
  const minutes = Math.floor(elapsed / 60_000);
  const seconds = Math.floor((elapsed % 60_000) / 1_000);
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return `${instant < from ? '-' : '+'}${minutes}:${pad(seconds, 2)}.${pad(elapsed % 1_000, 3)}`;
}

function head({ scenario, execution, attempt }: Simulation): string[] {
  const { id, version, title, profile, seed, parameters } = scenario;
  const changed = PARAMETER_NAMES.filter(
    (name) => parameters[name] !== valueOf(name, profile).default,
  );
  const actions = execution.run.actions.map(
    ({ at, action }) => `  ${formatDuration(at)} ${formatAction(action)}`,
  );
  return [
    `${id}@${version}: ${title}`,
    [
      `${profile}, seed ${seed}`,
      ...changed.map((name) => `${name} ${formatParameter(name, parameters[name])}`),
    ].join(', '),
    '',
    attempt ? `Try ${attempt.id}: ${attempt.label}` : 'Actions',
    ...(actions.length > 0 ? actions : ['  none']),
    '',
  ];
}

function happenings({ plan, execution }: Simulation, from: Instant, columns: number): string[] {
  const told = execution.occurrences.map((occurrence) => {
    const { text, why } = sentenceFor(plan, occurrence, execution.occurrences);
    return { at: occurrence.at, text, why };
  });
  const refused = execution.refusals.map(({ at, action, reason }) => ({
    at,
    text: `Refused: ${formatAction(action)}`,
    why: refusalText(plan, reason),
  }));
  const rows = [...told, ...refused]
    .sort((one, other) => one.at - other.at)
    .map(({ at, text, why }) => [since(from, at), text, why]);
  if (rows.length === 0) return ['Nothing happens.', ''];
  const longest = Math.max(...rows.map(([, text = '']) => text.length));
  const textWidth = Math.min(longest, WIDEST_TEXT);
  const whyWidth = Math.max(NARROWEST_WHY, columns - TIME_WIDTH - textWidth - 4);
  const titles = ['Time', 'What happened', 'Why'];
  return [...table([titles, ...rows], [TIME_WIDTH, textWidth, whyWidth]), ''];
}

/** The key of a phase, and what else it is about where the key does not say so. */
function phaseName(key: PhaseKey): string {
  return key === 'disks' ? 'disks/address/name' : key;
}

function phasesIn({ phases }: Outcome): string {
  const lengths = new Map<PhaseKey, Milliseconds>();
  for (const { key, fromMs, toMs } of phases) {
    lengths.set(key, (lengths.get(key) ?? 0) + toMs - fromMs);
  }
  return [...lengths]
    .filter(([key]) => key !== 'rest' && key !== 'done')
    .map(([key, length]) => `${phaseName(key)} ${formatDuration(length)}`)
    .join(', ');
}

function groupsAtEnd(scenario: Scenario, groups: ReturnType<typeof endingOf>['groups']): string {
  return scenario.groups
    .map(({ id, name }) => {
      const { state = '', owner = 'none' } = groups[id] ?? {};
      return `${name} ${state}${owner === 'none' ? ', and no node is up' : ` on ${owner}`}`;
    })
    .join(', ');
}

function summary(simulation: Simulation, from: Instant, columns: number): string[] {
  const { scenario, execution, until } = simulation;
  const outcome = outcomeOf(execution, until);
  const { delivered, late, waiting, lost, duplicated } = outcome.messages;
  const outages = outcome.outages.map((outage) =>
    [outage.from, outage.to].map((instant) => since(from, instant)).join(' to '),
  );
  const end = endingOf(simulation);
  const { nodes, groups } = end;
  const codes = codesAtEnd(simulation, end);
  const rows = [
    ['Outage', [formatDuration(outcome.downtimeMs), ...outages].join(', ')],
    ['Phases', phasesIn(outcome) || 'none'],
    [
      'Messages',
      `${delivered} delivered, ${late} of them late, ${waiting} waiting, ${lost} lost, ${duplicated} duplicated`,
    ],
    ['End', `${since(from, until)}${execution.unfinished ? ', with more to come' : ''}`],
    ['Groups', groupsAtEnd(scenario, groups)],
    ['Nodes', scenario.nodes.map(({ id }) => `${id} ${nodes[id]?.state ?? ''}`).join(', ')],
    ...(codes === '' ? [] : [['Codes', `${codes} (KB 286052; networks: GetClusterNetworkState)`]]),
  ];
  return table(rows, [TIME_WIDTH, Math.max(NARROWEST_WHY, columns - TIME_WIDTH - 2)]);
}

/** What is unwise about the cluster itself, whatever is done to it. */
function advice({ scenario }: Simulation, columns: number): string[] {
  const rows = adviceFor(scenario).map((text) => ['', text]);
  return rows.length > 0 ? ['', 'Advice', ...table(rows, [0, columns - 2])] : [];
}

/** A run for people: what was done, what happened and why, what it came to. */
export function asText(simulation: Simulation, columns: number): string {
  const { execution, scenario, expectations } = simulation;
  const from = execution.run.actions[0]?.at ?? scenario.start;
  const results = expectations.map(
    ({ holds, expected, found }) =>
      `  ${holds ? 'yes' : 'NO '}  ${expected}${holds ? '' : `, but it was ${found}`}`,
  );
  return [
    ...head(simulation),
    ...happenings(simulation, from, columns),
    ...summary(simulation, from, columns),
    ...advice(simulation, columns),
    ...(results.length > 0 ? ['', 'Expected', ...results] : []),
  ].join('\n');
}
