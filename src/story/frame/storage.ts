import { must } from '#model';
import type { Plan, World } from '#model';
import { nameOf } from '../names.ts';
import { arrayPress } from './press.ts';
import type { DiskView, Frame, Press, Tone } from './types.ts';

/** Whether what a database kept on a disk went with the disk that was replaced. */
function isEmpty(plan: Plan, world: World, disk: string): boolean {
  const holds = plan.scenario.disks.find(({ id }) => id === disk)?.holds;
  return Object.values(world.databases).some(
    ({ file, logs }) =>
      (holds === 'database' && file.value === 'gone') ||
      (holds === 'logs' && logs.value === 'gone'),
  );
}

function diskView(
  plan: Plan,
  world: World,
  definition: Plan['scenario']['disks'][number],
): DiskView {
  const { id, letter, holds } = definition;
  const whole = must(world.disks, id).value === 'working';
  const works = whole && world.array.value === 'working';
  const owner = must(world.renewers, id).value;
  const empty = isEmpty(plan, world, id);
  const tone: Tone = works ? (owner === null || empty ? 'offline' : 'online') : 'failed';
  const word = works ? (empty ? 'empty' : (owner ?? 'nobody')) : 'lost';
  const press: Press = whole
    ? { action: `fail ${id}`, label: `Break ${nameOf(plan, id)}`, breaks: true }
    : { action: `repair ${id}`, label: `Replace ${nameOf(plan, id)}`, breaks: false };
  return { id, letter, holds, tone, word, press };
}

/** Every disk with its owner, or with what is wrong with it. */
export function diskViews(plan: Plan, world: World): readonly DiskView[] {
  return plan.scenario.disks.map((definition) => diskView(plan, world, definition));
}

/** The array as a whole. */
export function arrayView(plan: Plan, world: World): Frame['array'] {
  const { id, name } = plan.scenario.array;
  const works = world.array.value === 'working';
  const standing = plan.quorum ? 'one copy, one owner' : 'one copy';
  return {
    id,
    name,
    tone: works ? 'online' : 'failed',
    word: works ? standing : 'lost',
    press: arrayPress(plan, world),
  };
}

/** Restoring the backup of a database whose file is gone. */
export function chores(plan: Plan, world: World): readonly Press[] {
  return Object.entries(world.databases)
    .filter(([, { file, restoringSince }]) => file.value === 'gone' && restoringSince === null)
    .map(([id]) => ({
      action: `restore-backup ${id}`,
      label: `Restore ${nameOf(plan, id)} from the last backup`,
      breaks: false,
    }));
}
