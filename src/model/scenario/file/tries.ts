import { ActionError } from '../../actions/error.ts';
import { LIMITS } from '../../kernel/limits.ts';
import { unknownName } from './names.ts';
import { declaredParts } from './parts.ts';
import { allIdsOf, idsUnder, itemsOf, wrongValue } from './types.ts';
import type { Check, LooseFile, Path, ScenarioProblem } from './types.ts';
import { readTimedAction } from './read-action.ts';

type Attempt = NonNullable<NonNullable<LooseFile['try']>[number]>;
type Expected = NonNullable<NonNullable<Attempt['expect']>[number]>;

const names: Check = (file) => {
  const seen = new Set<string>();
  return itemsOf(file.try).flatMap(([index, { id }]) => {
    if (id === undefined) return [];
    const isNew = !seen.has(id.toLowerCase());
    seen.add(id.toLowerCase());
    const message = `another try is called "${id}" already; give this one its own id`;
    return isNew ? [] : [wrongValue(['try', index, 'id'], message)];
  });
};

/** Whether every part could be read: without one of them an action looks wrong that is not. */
function knowsParts(file: LooseFile): boolean {
  const { nodes, networks, storage, groups, witness } = file;
  const resources = itemsOf(groups).map(([, group]) => group.resources);
  const needed = [nodes, networks, storage?.disks, groups, ...resources].map(allIdsOf);
  const optional = [idsUnder(file, 'feeds'), idsUnder(file, 'switches')];
  const { controllers = [] } = storage ?? {};
  return (
    ![...needed, ...optional].includes(null) &&
    (!('witness' in file) || witness?.id !== undefined) &&
    itemsOf(controllers).length === controllers.length
  );
}

const actions: Check = (file) => {
  if (!knowsParts(file)) return [];
  const parts = Object.fromEntries(declaredParts(file).map((part) => [part.id, part]));
  return itemsOf(file.try).flatMap(([index, attempt]) => {
    const path = ['try', index, 'do'];
    const many = attempt.do?.length ?? 0;
    const limit = `${many} actions; a run takes ${LIMITS.actionsInARun} at most`;
    return [
      ...(many > LIMITS.actionsInARun ? [wrongValue(path, limit)] : []),
      ...itemsOf(attempt.do).flatMap(([position, text]) => {
        try {
          readTimedAction({ parts }, text);
          return [];
        } catch (error) {
          if (!(error instanceof ActionError)) throw error;
          return [wrongValue([...path, position], error.message)];
        }
      }),
    ];
  });
};

function expectation(file: LooseFile, path: Path, expected: Expected): ScenarioProblem[] {
  const { owner, outage } = expected;
  const isInstant = 'service' in expected || 'owner' in expected;
  const isWhole = 'outage' in expected || 'messagesLost' in expected || 'never' in expected;
  const wrong = (message: string): ScenarioProblem[] => [wrongValue(path, message)];
  const nodes = allIdsOf(file.nodes);
  const { atLeast = 0, atMost = Infinity } = outage ?? {};
  return [
    ...unknownName([...path, 'owner'], owner, 'node', nodes && [...nodes, 'none']),
    ...(isInstant && !('at' in expected)
      ? wrong('service and owner change; say when with "at", such as "at: 5m"')
      : []),
    ...(!isInstant && !isWhole
      ? wrong('nothing is expected here; give service, owner, outage, messagesLost or never')
      : []),
    ...(!isInstant && isWhole && 'at' in expected
      ? wrong('outage, messagesLost and never are about the whole run; leave "at" out')
      : []),
    ...(outage && !('atLeast' in outage) && !('atMost' in outage)
      ? wrong('an expected outage needs atLeast, atMost or both')
      : []),
    ...(atLeast > atMost ? wrong('no outage lasts at least longer than it lasts at most') : []),
  ];
}

const expectations: Check = (file) =>
  itemsOf(file.try).flatMap(([index, { expect }]) =>
    itemsOf(expect).flatMap(([position, expected]) =>
      expectation(file, ['try', index, 'expect', position], expected),
    ),
  );

/** Whether what is to be tried can be done, and what is expected can be measured. */
export const tryChecks: readonly Check[] = [names, actions, expectations];
