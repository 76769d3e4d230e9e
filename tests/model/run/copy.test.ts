import { expect, test } from 'vitest';
import { worldAt } from '#model';
import type { World } from '#model';
import { copyState, initialState } from '../../../src/model/run/state.ts';
import { NEVER_MISSED } from '../../../src/model/world/cluster.ts';
import { formationWith } from '../../../src/model/world/formation.ts';
import { Script } from '../support/cluster.ts';
import { planFor, START } from '../support/scenario.ts';

/** Lists and records that are never changed, only replaced, so that copies share them. */
const REPLACED = ['world.properties'];

/** The places at which a copy still holds the original's own object, which later changes would reach. */
function sharedBy(original: unknown, copy: unknown, place: string): readonly string[] {
  const isValue = typeof original !== 'object' || original === null || Array.isArray(original);
  // Facts are never changed, only replaced; so are lists.
  if (isValue || 'since' in original || REPLACED.includes(place)) return [];
  if (original === copy) return [place];
  return Object.entries(original).flatMap(([key, value]) =>
    sharedBy(value, (copy as Record<string, unknown>)[key], `${place}.${key}`),
  );
}

const copyOf = (world: World): World => copyState({ at: 0, world, agenda: [] }).world;

test('nothing that can change of a copied state is the original’s', () => {
  const { world } = initialState(planFor({ nodes: 4, mailboxServers: 2 }));
  const forced = { ...world, rivals: [formationWith(world.groups, world.resources)] };
  const copy = copyOf(forced);
  expect(copy).toEqual(forced);
  expect(sharedBy(forced, copy, 'world')).toEqual([]);
  expect(sharedBy(forced.rivals[0], copy.rivals[0], 'rival')).toEqual([]);
  for (const { resources, numbered } of [copy, ...copy.rivals])
    for (const [number, resource] of Object.values(resources).entries())
      expect(numbered[number]).toBe(resource);
});

test('what ears hear is copied, but for what nobody has missed anything of', () => {
  const { execution } = new Script(planFor()).at('0s', 'cut private').run();
  const world = worldAt(execution, START + 3_000);
  const { hearing } = world;
  const copy = copyOf(world).hearing;
  const changed = hearing.filter((listening) => listening !== NEVER_MISSED);
  expect(changed.length).toBeGreaterThan(0);
  expect(changed.length).toBeLessThan(hearing.length);
  expect(copy).not.toBe(hearing);
  expect(copy).toEqual(hearing);
  for (const listening of changed) expect(copy).not.toContain(listening);
});

test('what all ears share that have always heard is as it was after any run', () => {
  new Script(planFor()).at('0s', 'cut private').at('60s', 'mend private').run();
  expect(NEVER_MISSED).toEqual({
    flowing: { value: true, since: -1 },
    brokenBy: [],
    lastHeard: 0,
    level: { value: 'heard', since: -1 },
    expectedAt: -1,
  });
});
