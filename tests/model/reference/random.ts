import { formatAction, VERBS } from '#model';
import type { Action, Plan, TimedAction } from '#model';
import { PROPERTIES } from '../../../src/model/properties/names.ts';
import type { PropertyName } from '../../../src/model/properties/names.ts';
import { START } from '../support/scenario.ts';
import { Chance } from './chance.ts';
import { CLUSTER_NAMES, TWIST_COUNT, clusterCalled, twistCalled } from './clusters.ts';

/** A run to compare, and how people can repeat it. */
export interface RandomRun {
  readonly plan: Plan;
  readonly actions: readonly TimedAction[];
  readonly until: number;
  readonly told: string;
}

const VALUES: Readonly<Partial<Record<PropertyName, readonly (number | string)[]>>> = {
  SameSubnetDelay: [250, 700, 2_000],
  SameSubnetThreshold: [3, 10],
  CrossSubnetDelay: [250, 700, 4_000],
  CrossSubnetThreshold: [3, 10],
  FailoverThreshold: [0, 1, 5],
  FailoverPeriod: [10_000, 3_600_000],
  AutoFailbackType: ['allow', 'prevent'],
  FailbackWindowStart: [-1, 5, 12],
  FailbackWindowEnd: [-1, 13, 22],
  RestartAction: ['leave', 'restart', 'fail-over'],
  RestartThreshold: [0, 1, 4],
  RestartPeriod: [5_000, 900_000],
  RetryPeriodOnFailure: [4_294_967_295, 30_000],
  PendingTimeout: [1_500, 180_000],
  LooksAlivePollInterval: [1_000, 7_000],
  IsAlivePollInterval: [3_000, 10_000],
};

function settingFor(plan: Plan, chance: Chance): Action {
  const names = Object.keys(PROPERTIES) as PropertyName[];
  const isKnown = (name: PropertyName): boolean =>
    PROPERTIES[name].of !== 'cluster' || plan.scenario.profile === 'windows-server-2008';
  const property = chance.one(names.filter(isKnown));
  const { of } = PROPERTIES[property];
  const holders = Object.keys(of === 'group' ? plan.groups : plan.resources);
  const part = of === 'cluster' ? null : chance.one(holders);
  const nodes = plan.nodes.filter(() => chance.below(2) === 0);
  const list = nodes.length > 0 ? nodes : [chance.one(plan.nodes)];
  const value = chance.one(VALUES[property] ?? [list.join(',')]);
  return { verb: 'set', part, property, value };
}

const PROCESSES = ['crash', 'hang-service', 'stop-service', 'start-service'];
const WITH_PROCESS = ['system-attendant', 'information-store', 'generic'];

/** Verbs that only undo something make little sense at random. */
const UNDOING = ['mend', 'repair', 'wake', 'start-service', 'resume-node', 'start-cluster-service'];

const idsOf = (plan: Plan, kinds: readonly string[]): string[] =>
  Object.values(plan.parts)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ id }) => id);

function actionFor(plan: Plan, chance: Chance): Action {
  const plain = (Object.keys(VERBS) as (keyof typeof VERBS)[]).filter(
    (one) => !UNDOING.includes(one) || chance.below(10) === 0,
  );
  const verb = chance.one([...plain, 'power-off', 'cut', 'fail', 'hang', 'move', 'set'] as const);
  if (verb === 'set') return settingFor(plan, chance);
  if (verb === 'move') {
    const to = chance.below(3) === 0 ? null : chance.one(plan.nodes);
    return { verb, part: chance.one(idsOf(plan, ['group'])), to };
  }
  const kinds: readonly string[] = VERBS[verb];
  const parts = idsOf(plan, [chance.one(kinds.filter((kind) => idsOf(plan, [kind]).length > 0))]);
  const suited = parts.filter((id) => {
    const type = plan.resources[id]?.type;
    if (type === undefined) return true;
    if (PROCESSES.includes(verb)) return WITH_PROCESS.includes(type);
    return kinds.includes('group') || type === 'mailbox-database';
  });
  return { verb, part: chance.one(suited.length > 0 ? suited : parts) };
}

/** What somebody may do about something, by what has been done. */
const REMEDIES: Readonly<Partial<Record<Action['verb'], keyof typeof VERBS>>> = {
  cut: 'mend',
  fail: 'repair',
  hang: 'wake',
  'power-off': 'power-on',
  'shut-down': 'power-on',
  'stop-cluster-service': 'start-cluster-service',
  'pause-node': 'resume-node',
  'take-offline': 'bring-online',
  'stop-service': 'start-service',
  crash: 'start-service',
  'damage-page': 'restore-backup',
  'back-up': 'take-offline',
};

/** What may well be done after something else: it is undone, or what it left behind is seen to. */
function sequelsTo(plan: Plan, { verb, part }: Action): readonly Action[] {
  const remedy = REMEDIES[verb];
  const undone: Action[] = remedy === undefined || part === null ? [] : [{ verb: remedy, part }];
  const databases = Object.keys(plan.resources).filter(
    (id) =>
      plan.resources[id]?.type === 'mailbox-database' && plan.disksOf[id]?.includes(part ?? ''),
  );
  const restored = databases.map((id): Action => ({ verb: 'restore-backup', part: id }));
  const broken = ['cut', 'mend', 'fail', 'repair', 'crash', 'damage-page'];
  const raised = broken.includes(verb) ? [plan.subject.id] : [];
  const lost = ['power-off', 'stop-cluster-service', 'cut', 'fail'];
  const forced = lost.includes(verb) && plan.quorum ? plan.nodes.slice(0, 2) : [];
  return [
    ...undone,
    ...undone,
    ...restored,
    ...raised.map((id): Action => ({ verb: 'bring-online', part: id })),
    ...forced.map((id): Action => ({ verb: 'force-quorum', part: id })),
    ...(verb === 'move' ? [{ verb, part: part ?? '', to: null }] : []),
  ];
}

function nextAction(plan: Plan, chance: Chance, before: readonly TimedAction[]): Action {
  const sequels = before.flatMap(({ action }) => sequelsTo(plan, action));
  const isSequel = sequels.length > 0 && chance.below(5) < 3;
  return isSequel ? chance.one(sequels) : actionFor(plan, chance);
}

/** The first tick of some periodic process from an instant on, or the arrival of what is sent there. */
function tickFrom(plan: Plan, chance: Chance, at: number): number {
  const { heartbeatPeriod, reservationRenewalPeriod, looksAlivePollPeriod } =
    plan.scenario.parameters;
  const processes = [
    [plan.heartbeatOffsets, heartbeatPeriod],
    [plan.renewalOffsets, reservationRenewalPeriod],
    [plan.pollOffsets, looksAlivePollPeriod],
    [plan.witnessOffsets, looksAlivePollPeriod],
  ] as const;
  const [offsets, period] = chance.one(processes.filter(([one]) => Object.keys(one).length > 0));
  const base = chance.one(Object.values(offsets)) + chance.below(2);
  return base + Math.ceil((at - base) / period) * period;
}

const ROUND = [0, 0, 1, 500, 1_000, 2_000, 3_000, 4_000, 7_000, 10_000, 15_000];

function pauseFor(chance: Chance): number {
  switch (chance.below(5)) {
    case 0:
      return chance.one(ROUND);
    case 1:
      return chance.below(3_000);
    case 2:
      return chance.below(12_000);
    case 3:
      return chance.below(30_000);
    default:
      return chance.below(80_000);
  }
}

/** A run that depends only on its number and the seed. */
export function randomRun(number: number, seed: number): RandomRun {
  const chance = new Chance(seed * 1_000_003 + number);
  const name = chance.one(CLUSTER_NAMES);
  const twist = chance.below(TWIST_COUNT);
  const clusterSeed = 1 + chance.below(1_000);
  const plan = clusterCalled(name, twist, clusterSeed);
  const actions: TimedAction[] = [];
  const count = 1 + chance.below(4);
  let at = START;
  for (let index = 0; index < count; index += 1) {
    if (index > 0) at += pauseFor(chance);
    if (chance.below(5) === 0) at = tickFrom(plan, chance, at);
    actions.push({ at, action: nextAction(plan, chance, actions) });
  }
  const until = at + chance.one([15_000, 45_000, 90_000, 150_000]);
  const told = [
    `REFERENCE_RUN=${number} PROPERTY_SEED=${seed}`,
    `  ${name} ${twistCalled(twist)} seed ${clusterSeed} ${plan.scenario.profile}`,
    ...actions.map((one) => `  --do "${one.at - START}ms ${formatAction(one.action)}"`),
    `  --until ${until - START}ms`,
  ].join('\n');
  return { plan, actions, until, told };
}
