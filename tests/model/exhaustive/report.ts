import { formatAction } from '#model';
import type { Plan, TimedAction } from '#model';

/** What was gone through, and what was found. */
export interface Report {
  /** The edges: actions that were done in a state and followed until everything was steady. */
  runs: number;
  /** Different states from which everything was tried. */
  states: number;
  /** How often a state was met again. */
  merged: number;
  /** What went wrong, with what was done: one line for each kind, and how often. */
  readonly broken: Map<string, { readonly first: string; times: number }>;
}

/** Nothing gone through yet. */
export const newReport = (): Report => ({
  runs: 0,
  states: 0,
  merged: 0,
  broken: new Map(),
});

/** Notes what went wrong. The same sentence with other numbers is the same mistake. */
export function noteBroken(
  { broken }: Report,
  { scenario }: Plan,
  actions: readonly TimedAction[],
  error: unknown,
): void {
  const message = error instanceof Error ? error.message : String(error);
  const kind = message.replaceAll(/\d+/g, '…');
  const known = broken.get(kind);
  if (known) {
    known.times += 1;
    return;
  }
  const done = actions.map(({ at, action }) => `${at - scenario.start}ms ${formatAction(action)}`);
  broken.set(kind, { first: `${done.join('; ')}: ${message}`, times: 1 });
}

/** What went wrong as lines for people. */
export const brokenIn = ({ broken }: Report): string[] =>
  [...broken.values()].map(({ first, times }) => `${times} times, first ${first}`);

const whole = (count: number): string => count.toLocaleString('en-GB');

/** How much was gone through, for who reads the sum. */
export const sizeOf = ({ runs, states }: Report): string =>
  `${whole(states)} states, ${whole(runs)} edges`;

/** The same, with what the limit left out. */
export const deepSizeOf = (
  report: Report & { readonly seconds: number; readonly unexplored: number },
): string => {
  const { merged, seconds, unexplored } = report;
  const left =
    unexplored === 0
      ? 'nothing left out'
      : `${whole(unexplored)} of ${whole(seconds)} second faults not tried`;
  return `${sizeOf(report)}, ${whole(merged)} states met again, ${left}`;
};
