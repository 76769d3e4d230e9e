/**
 * The new value, with every part that equals the old one taken from the old one. A picture made anew
 * sixty times a second then only changes where something changed, and only that is drawn again.
 */
export function reuse<Value>(before: unknown, after: Value): Value {
  if (Object.is(before, after)) return after;
  if (typeof before !== 'object' || typeof after !== 'object') return after;
  if (before === null || after === null || Array.isArray(before) !== Array.isArray(after))
    return after;
  const old = before as Record<string, unknown>;
  const fresh = after as Record<string, unknown>;
  const keys = Object.keys(fresh);
  let same = keys.length === Object.keys(old).length;
  const result: Record<string, unknown> = {};
  for (const key of keys) {
    result[key] = reuse(old[key], fresh[key]);
    if (!Object.is(result[key], old[key])) same = false;
  }
  if (same) return before as Value;
  return (Array.isArray(after) ? Object.values(result) : result) as Value;
}
