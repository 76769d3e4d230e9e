/** The value of a key that must be there: a missing one is a mistake of ours, so it throws. */
export function must<Value>(map: Readonly<Record<string, Value>>, key: string): Value {
  const value = map[key];
  if (value === undefined) throw new Error(`nothing is called "${key}" here`);
  return value;
}

/** A record with a value for each key, in the order of the keys. */
export function record<Value>(
  keys: readonly string[],
  value: (key: string) => Value,
): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const key of keys) values[key] = value(key);
  return values;
}
