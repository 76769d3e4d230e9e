/**
 * What a scenario file must be: one strict schema for its keys and leaves, and one set of questions
 * about whether its parts fit each other. Knows nothing of YAML or of files; places are paths.
 */
import { changed } from './file/changed.ts';
import type { Changes } from './file/changed.ts';
import { scenarioFrom } from './file/convert.ts';
import { groupChecks } from './file/groups.ts';
import { hardwareChecks } from './file/hardware.ts';
import { parametersFit, parametersGoTogether } from './file/parameters.ts';
import { idsAreUnique } from './file/parts.ts';
import { quorumChecks } from './file/quorum.ts';
import { readShape } from './file/read.ts';
import { resourceChecks } from './file/resources.ts';
import { tryChecks } from './file/tries.ts';
import type { Check, ScenarioProblem } from './file/types.ts';
import { changesAreTold } from './file/versions.ts';
import type { Scenario } from './types.ts';

export { PROPERTIES } from '../properties/names.ts';
export type { PropertyName, PropertyRange } from '../properties/names.ts';
export { adviceFor } from './advice.ts';
export type { Changes } from './file/changed.ts';
export {
  disagreementsIn,
  formatParameter,
  ParameterError,
  parseParameter,
} from './file/parameters.ts';
export type { Disagreement } from './file/parameters.ts';
export { isProfile, profileObjection } from './file/profile.ts';
export type { Path, ScenarioProblem } from './file/types.ts';
export { readAction, readTimedAction } from './file/read-action.ts';
export { didYouMean } from './file/words.ts';

const CHECKS: readonly Check[] = [
  changesAreTold,
  idsAreUnique,
  parametersFit,
  parametersGoTogether,
  ...hardwareChecks,
  ...quorumChecks,
  resourceChecks,
  ...groupChecks,
  ...tryChecks,
];

/** Either a scenario that can be run, or everything that is wrong with the data. */
export type CheckedScenario =
  | { readonly scenario: Scenario; readonly problems: readonly [] }
  | { readonly scenario: null; readonly problems: readonly ScenarioProblem[] };

/**
 * Checks the data of a scenario file, its base merged in, and finds all problems at once: what is
 * wrong in one place does not hide what is wrong in another. With changes it is read as if the file
 * said those.
 */
export function checkScenario(id: string, data: unknown, changes: Changes = {}): CheckedScenario {
  const { loose, file, problems } = readShape(changed(data, changes));
  const all = [...problems, ...CHECKS.flatMap((check) => check(loose))];
  if (file === null || all.length > 0) return { scenario: null, problems: all };
  return { scenario: scenarioFrom(id, file), problems: [] };
}
