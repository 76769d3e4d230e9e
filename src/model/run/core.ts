import { NO } from '../kernel/rule.ts';
import { retriesAnything } from '../scenario/group-plan.ts';
import type { Scenario } from '../scenario/types.ts';
import type { Action } from '../actions/index.ts';
import type { Kit } from '../world/moment.ts';

const NOTHING = (): void => undefined;

/** Reached only by a run that needed the whole kit and did not get it: a mistake of ours. */
function missing(): never {
  throw new Error('this run needs the whole model');
}

/** The model without its kit: enough for two nodes with a quorum disk that a reset frees, faults and repairs by hand, and moves. */
export const coreKit: Kit = {
  handlers: [],
  resourceTypes: {},
  looks: {},
  perform: missing,
  followers: {},
  attend: NOTHING,
  lookAround: NOTHING,
  countVotes: missing,
  needsWitness: missing,
  tryToLock: missing,
  endDefence: missing,
  mayForm: missing,
  nextOwner: missing,
  form: () => false,
  afterStop: NOTHING,
  afterLeaving: missing,
  takenFrom: NOTHING,
  giveAway: NOTHING,
  answersElsewhere: () => NO,
};

const CORE_VERBS: readonly Action['verb'][] = [
  'power-off',
  'power-on',
  'cut',
  'mend',
  'fail',
  'repair',
  'move',
  'bring-online',
];

/** Whether a scenario, or something that is done to it, needs the whole model. */
export function needsKit(scenario: Scenario, actions: readonly Action[] = []): boolean {
  const { quorum, groups, parameters, feeds, profile, nodes } = scenario;
  const has = (test: (group: Scenario['groups'][number]) => boolean): boolean => groups.some(test);
  return (
    (quorum !== null && quorum !== 'disk') ||
    profile !== 'windows-server-2003' ||
    feeds.length > 0 ||
    nodes.length > 2 ||
    retriesAnything(scenario) ||
    parameters.gratuitousArpAccepted === 0 ||
    parameters.disconnectedOwnerGivesWay === 1 ||
    parameters.arbitrationReserveDelay <= parameters.reservationRenewalPeriod ||
    has(({ failback }) => failback !== 'prevent') ||
    has(({ resources }) =>
      resources.some(({ type, disks }) => type === 'generic' || disks !== undefined),
    ) ||
    actions.some(
      ({ verb, part }) =>
        !CORE_VERBS.includes(verb) ||
        (verb === 'bring-online' && !groups.some(({ id }) => id === part)),
    )
  );
}
