import type { Occurrence, OccurrenceId, Plan } from '#model';

/** The occurrences of a run, from which reasons that lie further back are read. */
export type Past = readonly Occurrence[];

/** What immediately led to an occurrence, as far as the run is known. */
export function causesOf({ because }: Occurrence, past: Past): readonly Occurrence[] {
  return because.flatMap((id) => past[id] ?? []);
}

/** What an administrator had set a property to before an occurrence, such as `EXMBX.PreferredOwners`. */
export function setBefore(
  past: Past,
  id: OccurrenceId,
  property: string,
): number | string | undefined {
  for (let index = Math.min(id, past.length) - 1; index >= 0; index -= 1) {
    const one = past[index];
    if (one?.kind === 'property-set' && one.values.property === property) return one.values.value;
  }
  return undefined;
}

/** The groups that a node had before an occurrence, as the run told it. */
export function groupsOf(
  { scenario }: Plan,
  past: Past,
  id: OccurrenceId,
  node: string,
): readonly string[] {
  const owners = new Map(scenario.groups.map((group) => [group.id, group.owner]));
  for (const { kind, values } of past.slice(0, id)) {
    if (kind === 'group-moved' || kind === 'group-taken') owners.set(values.group, values.to);
  }
  return [...owners].flatMap(([group, owner]) => (owner === node ? [group] : []));
}
