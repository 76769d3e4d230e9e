import { createHash } from 'node:crypto';

/** The fingerprint of a trace. */
export const fingerprint = (trace: string): string =>
  createHash('sha256').update(trace).digest('hex');

interface Trace {
  readonly occurrences: readonly unknown[];
}

/** What is different first, for who has to find out why. */
function firstDifference(here: string, there: string): string {
  const { occurrences: ours } = JSON.parse(here) as Trace;
  const { occurrences: theirs } = JSON.parse(there) as Trace;
  const longest = Math.max(ours.length, theirs.length);
  for (let index = 0; index < longest; index += 1) {
    const [one, other] = [JSON.stringify(ours[index]), JSON.stringify(theirs[index])];
    if (one !== other) return `occurrence ${index} is ${other}, in Node ${one}`;
  }
  return 'the occurrences are the same, the refusals or the end are not';
}

/**
 * What an engine computed differently from Node.
 * @returns a line for each run that is not the same byte for byte
 */
export function differences(
  names: readonly string[],
  here: readonly string[],
  there: readonly string[],
): string[] {
  if (here.length !== there.length) return [`${there.length} runs instead of ${here.length}`];
  return names.flatMap((name, index) => {
    const [one = '', other = ''] = [here[index], there[index]];
    if (fingerprint(one) === fingerprint(other)) return [];
    return [`${name}: ${firstDifference(one, other)}`];
  });
}
