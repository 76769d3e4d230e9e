import type { Difference } from '../../support/scenario.ts';

/** A group of two services, one on top of the other, beside the mailbox server. */
export const jobs = (more: Difference = {}): Difference => ({
  generic: [{ id: 'Jobs', owner: 'NODE1', resources: { base: [], job: ['base'] } }],
  ...more,
});

/** The upper one crashes, at each of some instants. */
export const crashes = (...when: readonly string[]): string[] =>
  when.map((one) => `${one} crash job`);
