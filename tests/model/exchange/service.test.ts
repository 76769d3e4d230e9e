import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { visitInstants } from '#model';
import { execute } from '#model/whole';
import { findService } from '../../../src/model/exchange/answer.ts';
import { withTwoAddresses } from '../support/redundant.ts';
import { randomRuns } from '../support/arbitrary.ts';

// Many runs: a busy machine must not turn them into a failure.
vi.setConfig({ testTimeout: 300_000 });

test('a name that depends on either address is answered by the first of them that is there', () => {
  const run = withTwoAddresses().at('0s', 'power-off NODE1').run();
  const because = run.the('service-restored').because.map((id) => run.occurrences[id]?.subject);
  expect(because.filter((subject) => subject?.startsWith('ip-address'))).toEqual(['ip-address']);
});

test('after every instant of every run the service is what a client finds that asks then', () => {
  let looks = 0;
  fc.assert(
    fc.property(randomRuns(), (run) => {
      const { plan } = run;
      visitInstants(execute(run), (at, world) => {
        looks += 1;
        const { value } = findService({ plan, world, parameters: plan.scenario.parameters });
        expect([at, world.service.value]).toEqual([at, value]);
      });
    }),
    { numRuns: 150 },
  );
  expect(looks).toBeGreaterThan(1_000);
});
