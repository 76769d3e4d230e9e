/** The value of a key that must be there: a missing one is a mistake of ours, so it throws. */
export function must<Value>(map: Readonly<Record<string, Value>>, key: string): Value {
  const value = map[key];
  if (value === undefined) throw new Error(`nothing is called "${key}" here`);
  return value;
}
