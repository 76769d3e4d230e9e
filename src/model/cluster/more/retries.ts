import { firstTickFrom } from '../../kernel/instant.ts';
import { must } from '../../kernel/lookup.ts';
import type { Finding } from '../../kernel/rule.ts';
import { both, causes } from '../../kernel/rule.ts';
import { isAnySet, NEVER, numberOf, restartActionOf } from '../../properties/index.ts';
import type { PlannedResource } from '../../scenario/group-plan.ts';
import { formationOf, groupIn, resourceIn } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { GROUP_DECIDES, RETRY_DUE } from '../../world/task.ts';
import { stateOf } from '../hosted.ts';
import { acts } from '../members.ts';
import { providersOnline } from '../resources.ts';

/** Whether a resource that was given up would come online now; what fails again is not shown. */
function wouldSucceed(moment: Moment, step: PlannedResource, formation: number): Finding | null {
  const { definition, number } = step;
  const { id, type } = definition;
  const view = formationOf(moment.world, formation);
  const state = stateOf(view, number);
  const group = must(view.groups, step.group);
  const host = group.owner.value;
  if (state.state.value !== 'failed' || state.aim.value === 'offline') return null;
  if (group.aim.value === 'offline' || group.movingTo.value !== null || !acts(moment, host))
    return null;
  const isGivenUp =
    group.aim.value === 'failed' ||
    state.failures.length > numberOf(moment, id, 'RestartThreshold').value;
  if (!isGivenUp || restartActionOf(moment, id).value === 'leave') return null;
  const works = moment.resourceTypes[type].canComeOnline(moment, definition, host, formation);
  return group.aim.value === 'failed' ? works : both(works, providersOnline(view, step));
}

/** After a change: the next retry of a failed resource that is going to work (RetryPeriodOnFailure). */
export function retryAgain(moment: Moment): void {
  if (!moment.plan.retries && !isAnySet(moment.world.properties)) return;
  for (let formation = 0; formation <= moment.world.rivals.length; formation += 1) {
    const view = formationOf(moment.world, formation);
    for (const step of moment.plan.numbered) {
      const state = stateOf(view, step.number);
      if (state.state.value !== 'failed') continue;
      const { id } = step.definition;
      const period = numberOf(moment, id, 'RetryPeriodOnFailure').value;
      if (period === NEVER || !wouldSucceed(moment, step, formation)?.holds) continue;
      const base = state.stateSince + period;
      const at = firstTickFrom({ base, period }, Math.max(moment.at, base));
      moment.later(at, RETRY_DUE, id, formation);
    }
  }
}

/** A resource that was given up long ago is tried again, and its group with it. */
export function retry(moment: Moment, id: string, formation: number): void {
  const step = must(moment.plan.planned, id);
  const works = wouldSucceed(moment, step, formation);
  if (!works?.holds || numberOf(moment, id, 'RetryPeriodOnFailure').value === NEVER) return;
  const state = resourceIn(moment.world, formation, id);
  const view = groupIn(moment.world, formation, step.group);
  const because = causes([
    state.state.since,
    view.aim.since,
    view.owner.since,
    ...state.failures.map((failure) => failure.id),
    ...works.since,
  ]);
  const reason = { because, rule: 'retry-resource' };
  const since = moment.occur('resource-retried', id, { resource: id }, reason);
  state.state = { value: 'offline', since };
  state.failures = [];
  if (view.aim.value === 'failed') view.aim = { value: 'online', since };
  moment.later(moment.at, GROUP_DECIDES, step.group, formation);
}
