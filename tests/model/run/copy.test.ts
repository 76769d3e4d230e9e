import { expect, test } from 'vitest';
import { copyState, initialState } from '../../../src/model/run/state.ts';
import { formationWith } from '../../../src/model/world/formation.ts';
import { planFor } from '../support/scenario.ts';

/** The places at which a copy still holds the original's own object, which later changes would reach. */
function sharedBy(original: unknown, copy: unknown, place: string): readonly string[] {
  const isValue = typeof original !== 'object' || original === null || Array.isArray(original);
  // Facts are never changed, only replaced; so are lists.
  if (isValue || 'since' in original) return [];
  if (original === copy) return [place];
  return Object.entries(original).flatMap(([key, value]) =>
    sharedBy(value, (copy as Record<string, unknown>)[key], `${place}.${key}`),
  );
}

test('nothing that can change of a copied state is the original’s', () => {
  const { world } = initialState(planFor({ nodes: 4, mailboxServers: 2 }));
  const forced = { ...world, rivals: [formationWith(world.groups, world.resources)] };
  const copy = copyState({ at: 0, world: forced, agenda: [] });
  expect(copy.world).toEqual(forced);
  expect(sharedBy(forced, copy.world, 'world')).toEqual([]);
  expect(sharedBy(forced.rivals[0], copy.world.rivals[0], 'rival')).toEqual([]);
  for (const { resources, numbered } of [copy.world, ...copy.world.rivals])
    for (const [number, resource] of Object.values(resources).entries())
      expect(numbered[number]).toBe(resource);
});
