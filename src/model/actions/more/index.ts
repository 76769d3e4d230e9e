import { followFeeds } from '../../hardware/more/power.ts';
import { must } from '../../kernel/lookup.ts';
import type { Moment } from '../../world/moment.ts';
import { performOperation } from './administer.ts';
import { backUp, damagePage } from './database.ts';
import { breakPart } from '../break.ts';
import { perform } from '../perform.ts';
import { touchProcess } from './process.ts';
import { performRestore } from './restore.ts';
import { hang, shutDown, wake } from './system.ts';
import type { Action, RefusalReason } from '../types.ts';

/** Breaks or repairs a power feed: what hangs on it goes off and on with it. */
function breakFeed(moment: Moment, feed: string, repaired: boolean): RefusalReason | null {
  const refusal = breakPart(moment, feed, repaired);
  followFeeds(moment);
  return refusal;
}

/** What is done to systems, processes and databases, and what an administrator asks of the cluster. */
export function performMore(moment: Moment, action: Action): RefusalReason | null {
  switch (action.verb) {
    case 'shut-down':
    case 'restart':
      return shutDown(moment, action.part, action.verb === 'restart');
    case 'hang':
      return hang(moment, action.part);
    case 'wake':
      return wake(moment, action.part);
    case 'hang-service':
      if (must(moment.plan.parts, action.part).kind === 'node')
        return performOperation(moment, { verb: action.verb, part: action.part });
      return touchProcess(moment, action.part, action.verb);
    case 'crash':
    case 'stop-service':
    case 'start-service':
      return touchProcess(moment, action.part, action.verb);
    case 'back-up':
      return backUp(moment, action.part);
    case 'restore-backup':
      return performRestore(moment, action.part);
    case 'damage-page':
      return damagePage(moment, action.part);
    case 'fail':
    case 'repair':
      return breakFeed(moment, action.part, action.verb === 'repair');
    case 'power-off':
    case 'power-on':
    case 'cut':
    case 'mend':
    case 'move':
      return perform(moment, action);
    default:
      return performOperation(moment, action);
  }
}
