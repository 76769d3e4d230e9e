import type { Fact } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import type { OccurrenceKind, OccurrenceValues } from '../occurrences/index.ts';
import type { Moment } from '../world/moment.ts';
import { performMove, performBringOnline } from './operate.ts';
import { performRestore } from './restore.ts';
import type { Action, RefusalReason } from './types.ts';

/**
 * Sets a fact to a new value, or refuses because it has that value already. The only cause of an
 * action's effect within the run is what made the action possible: nothing can be mended uncut.
 */
function flip<Kind extends OccurrenceKind, Value extends string>(
  moment: Moment,
  facts: Record<string, Fact<Value>>,
  part: string,
  value: Value,
  kind: Kind,
  values: OccurrenceValues[Kind],
): RefusalReason | null {
  const fact = must(facts, part);
  if (fact.value === value) return { code: 'already-so', part, state: value };
  const reason = { because: causes([fact.since]), rule: null };
  facts[part] = { value, since: moment.occur(kind, part, values, reason) };
  return null;
}

function power(moment: Moment, node: string, value: 'on' | 'off'): RefusalReason | null {
  const { world } = moment;
  const kind = value === 'on' ? 'node-powered-on' : 'node-powered-off';
  const refused = flip(moment, world.power, node, value, kind, { node });
  if (refused) return refused;
  const { since } = must(world.power, node);
  world.systems[node] = { value: value === 'on' ? 'booting' : 'down', since };
  if (value === 'on') moment.later(moment.at + moment.parameters.bootDuration, 'boot-ends', node);
  else moment.cancel('boot-ends', node);
  return null;
}

function connect(moment: Moment, part: string, mended: boolean): RefusalReason | null {
  const { world, plan } = moment;
  const { kind } = must(plan.parts, part);
  const [node = '', network = ''] = part.split('.');
  if (kind === 'network') {
    const value = mended ? 'up' : 'cut';
    const occurrence = mended ? 'network-mended' : 'network-cut';
    return flip(moment, world.networks, part, value, occurrence, { network: part });
  }
  const value = mended ? 'connected' : 'cut';
  if (kind === 'path') {
    return flip(moment, world.paths, part, value, mended ? 'path-mended' : 'path-cut', { node });
  }
  const occurrence = mended ? 'cable-mended' : 'cable-cut';
  return flip(moment, world.cables, part, value, occurrence, { node, network });
}

function breakStorage(moment: Moment, part: string, repaired: boolean): RefusalReason | null {
  const { world, plan } = moment;
  const value = repaired ? 'working' : 'failed';
  if (part !== plan.scenario.array.id) {
    const kind = repaired ? 'disk-repaired' : 'disk-failed';
    return flip(moment, world.disks, part, value, kind, { disk: part });
  }
  const facts = { [part]: world.array };
  const kind = repaired ? 'array-repaired' : 'array-failed';
  const refused = flip(moment, facts, part, value, kind, { array: part });
  world.array = must(facts, part);
  return refused;
}

/** Does something to the system, or refuses it with the reason and changes nothing. */
export function perform(moment: Moment, action: Action): RefusalReason | null {
  switch (action.verb) {
    case 'power-off':
      return power(moment, action.part, 'off');
    case 'power-on':
      return power(moment, action.part, 'on');
    case 'cut':
      return connect(moment, action.part, false);
    case 'mend':
      return connect(moment, action.part, true);
    case 'fail':
      return breakStorage(moment, action.part, false);
    case 'repair':
      return breakStorage(moment, action.part, true);
    case 'bring-online':
      return performBringOnline(moment, action.part);
    case 'restore-backup':
      return performRestore(moment, action.part);
    case 'move':
      return performMove(moment, action.part, action.to);
  }
}
