import type { Moment } from '../world/moment.ts';
import { breakPart } from './break.ts';
import { connect } from './connect.ts';
import { bringGroupOnline, performMove } from './operate.ts';
import { switchPower } from './power.ts';
import type { Action, RefusalReason } from './types.ts';

/** Does something to the system, or refuses it with the reason and changes nothing. */
export function perform(moment: Moment, action: Action): RefusalReason | null {
  switch (action.verb) {
    case 'power-off':
    case 'power-on':
      return switchPower(moment, action.part, action.verb === 'power-on' ? 'on' : 'off');
    case 'cut':
    case 'mend':
      return connect(moment, action.part, action.verb === 'mend');
    case 'fail':
    case 'repair':
      if (moment.plan.parts[action.part]?.kind === 'feed')
        return moment.kit.perform(moment, action);
      return breakPart(moment, action.part, action.verb === 'repair');
    case 'move':
      return performMove(moment, action.part, action.to);
    case 'bring-online':
      if (moment.plan.groups[action.part]) return bringGroupOnline(moment, action.part);
      return moment.kit.perform(moment, action);
    default:
      return moment.kit.perform(moment, action);
  }
}
