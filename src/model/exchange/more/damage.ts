import { must } from '../../kernel/lookup.ts';
import type { Rule } from '../../kernel/rule.ts';
import { every, is, judge } from '../../kernel/rule.ts';
import { failResource } from '../../cluster/index.ts';
import { resourceIn } from '../../world/formation.ts';
import type { Moment } from '../../world/moment.ts';
import { DAMAGE_READ } from '../../world/task.ts';
import { storeWorks } from '../database.ts';

interface Subject {
  readonly moment: Moment;
  readonly database: string;
}

function formationOf({ world }: Moment, database: string): number {
  return must(world.nodes, must(world.databases, database).mountedBy).formation;
}

/** A page that has gone bad does no harm until somebody reads it. */
const readPageRule: Rule<Subject> = {
  name: 'read-page',
  conditions: [
    {
      name: 'a page is damaged',
      test: ({ moment, database }) => is(must(moment.world.databases, database).pages, 'damaged'),
    },
    {
      name: 'the database is mounted',
      test: ({ moment, database }) => is(must(moment.world.databases, database).state, 'mounted'),
    },
    {
      name: 'the store that has it mounted works',
      test: ({ moment, database }) => {
        const { world, plan } = moment;
        const formation = formationOf(moment, database);
        return every([
          is(must(world.systems, must(world.databases, database).mountedBy), 'up', 'shutting-down'),
          storeWorks(moment, must(plan.resources, database), formation),
          is(resourceIn(world, formation, database).state, 'online'),
        ]);
      },
    },
  ],
};

/** Somebody reads the bad page, and the store dismounts the database. */
export function readDamage(moment: Moment, database: string): void {
  const verdict = judge(readPageRule, { moment, database });
  if (!verdict.holds) return;
  must(moment.world.databases, database).pageReadAt = null;
  failResource(moment, database, 'damage', verdict.because, formationOf(moment, database));
}

/** Plans when somebody is going to read the bad page of a database, if it is mounted then. */
export function planReading(moment: Moment, id: string): void {
  const at = moment.at + moment.parameters.damagedPageReadDelay;
  must(moment.world.databases, id).pageReadAt = at;
  moment.later(at, DAMAGE_READ, id);
}
