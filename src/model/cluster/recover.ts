import { must } from '../kernel/lookup.ts';
import { causes, judge } from '../kernel/rule.ts';
import type { PlannedResource } from '../scenario/group-plan.ts';
import { failOverRule, restartRule } from './failures.ts';
import type { Moment } from '../world/moment.ts';
import { GROUP_DECIDES, RESTART_DUE } from '../world/task.ts';
import { stateOf } from './hosted.ts';
import type { Hosted } from './hosted.ts';
import { believedWith, nodeOf } from './members.ts';
import { nextOwner } from './owners.ts';
import { beginOnline } from './resources.ts';
import { stopAll } from './stop.ts';
import { restartActionOf } from '../properties/index.ts';

/**
 * A failed resource is restarted. When that did not help and it affects its group, the group moves or
 * stays failed; else it alone stays failed (cc740098). Who is left must be settled before that.
 */
export function recover(hosted: Hosted, step: PlannedResource): void {
  const { moment, group, state, formation, view } = hosted;
  const { id } = step.definition;
  if (state.aim.value === 'failed') return;
  const failed = stateOf(view, step.number);
  const subject = { moment, resource: id, formation, target: { value: null, since: [] } };
  const restart = judge(restartRule, subject);
  if (restart.holds) {
    const restartAt = failed.stateSince + moment.parameters.restartDelay;
    if (moment.at < restartAt) {
      moment.later(restartAt, RESTART_DUE, id, formation);
      return;
    }
    const down = step.dependents.map((dependent) => stateOf(view, dependent).state.since);
    const because = [...restart.because, ...down, state.aim.since];
    return beginOnline(hosted, step, because);
  }
  const from = state.owner.value;
  const { agreement } = nodeOf(moment, from);
  const action = restartActionOf(moment, id);
  if (agreement.value !== 'settled' || action.value !== 'fail-over') return;
  const target = nextOwner(moment, from, group, from, 'resource-failed');
  const failOver = judge(failOverRule, { ...subject, target });
  if (failOver.holds && target.value !== null) {
    const values = { group, resource: id, from, to: target.value };
    const because = causes([...failOver.because, ...restart.finding.since]);
    const reason = { because, rule: failOverRule.name };
    const since = moment.occur('failover-started', group, values, reason);
    state.movingTo = { value: target.value, since };
    state.failovers = [...state.failovers, { at: moment.at, id: since }];
    moment.later(moment.at, GROUP_DECIDES, group, formation);
    return;
  }
  const stands = failOver.holds ? [] : failOver.finding.since;
  const obstacle = target.value === null ? 'no-member' : 'used-up';
  const because = causes([...restart.finding.since, ...stands, agreement.since]);
  const values = { group, resource: id, obstacle } as const;
  const reason = { because, rule: failOverRule.name };
  const since = moment.occur('group-failed', group, values, reason);
  state.aim = { value: 'failed', since };
  moment.later(moment.at, GROUP_DECIDES, group, formation);
  // Where the disk alone decides, nobody goes on without it, unless forced to.
  const { quorum } = moment.plan;
  const decides = quorum?.model === 'disk' && quorum.group?.id === group;
  if (decides && !nodeOf(moment, from).forced)
    stopAll(moment, believedWith(moment, from), 'quorum-lost', [since]);
}

/** A failed resource has waited long enough to be restarted. */
export function restart(moment: Moment, id: string, formation: number): void {
  moment.later(moment.at, GROUP_DECIDES, must(moment.plan.groupOf, id).id, formation);
}
