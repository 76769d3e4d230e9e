import { join } from 'node:path';
import { expect } from 'vitest';
import { parseRequest } from '../../../src/cli/simulate/options.ts';
import { simulate } from '../../../src/cli/simulate/simulate.ts';
import { carryOut } from '../../../src/cli/simulate/simulation.ts';
import type { CommandResult } from '../../../src/cli/simulate/simulate.ts';
import type { Simulation } from '../../../src/cli/simulate/simulation.ts';

/** The project's folder, from where the command is called. */
export const root = join(import.meta.dirname, '../../..');

/** Calls the command as `npm run simulate -- …` does. */
export function call(...args: readonly string[]): CommandResult {
  return simulate(args, { folders: [root], columns: 100 });
}

/** The run behind a call, for what is said only of a run that went wrong. */
export function simulationOf(...args: readonly string[]): Simulation {
  const request = parseRequest(args);
  if (request.type !== 'run') throw new Error(`${args.join(' ')} runs nothing`);
  return carryOut(request.options, [root]);
}

/** What the command writes as data. */
export interface Data {
  readonly scenario: string;
  readonly version: number;
  readonly profile: string;
  readonly seed: number;
  readonly parameters: Readonly<Record<string, number>>;
  readonly actions: readonly { at: number; action: string }[];
  readonly refusals: readonly { at: number; action: string; reason: string }[];
  readonly occurrences: readonly {
    id: number;
    at: number;
    kind: string;
    subject: string;
    because: readonly number[];
    rule: string | null;
    values: Readonly<Record<string, unknown>>;
    text: string;
    why: string;
  }[];
  readonly outcome: {
    downtimeMs: number;
    outages: readonly { from: number; to: number }[];
    messages: Readonly<Record<string, number>>;
    messagesLost: number;
    phases: readonly { key: string; fromMs: number; toMs: number }[];
  };
  readonly end: {
    at: number;
    nodes: Readonly<Record<string, { state: string }>>;
    groups: Readonly<
      Record<string, { state: string; owner: string; resources: Readonly<Record<string, string>> }>
    >;
  };
}

/** Calls the command for data; anything but success is a failure of the test. */
export function callForData(...args: readonly string[]): Data {
  const { code, output, complaints } = call(...args, '--json');
  expect([code, complaints]).toEqual([0, '']);
  return JSON.parse(output) as Data;
}
