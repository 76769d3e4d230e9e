import { must } from '#model';
import type { DiskDefinition, Plan, World } from '#model';
import { nameOf } from '../names.ts';
import { arrayPress } from './press.ts';
import type { DiskView, Frame, Press, Tone } from './types.ts';

/** Whether what a database kept on a disk went with the disk that was replaced. */
function isEmpty(plan: Plan, world: World, disk: string): boolean {
  const { holds } = must(plan.diskOf, disk);
  return Object.entries(world.databases).some(
    ([database, { file, logs }]) =>
      must(plan.disksOf, database).includes(disk) &&
      ((holds === 'database' && file.value === 'gone') ||
        (holds === 'logs' && logs.value === 'gone')),
  );
}

/** What is wrong with the array: it has failed, or nothing feeds it. Empty when it works. */
function faultOf({ scenario, feedsOf }: Plan, world: World): 'lost' | 'no power' | '' {
  if (world.array.value !== 'working') return 'lost';
  const feeds = must(feedsOf, scenario.array.id);
  const isFed =
    feeds.length === 0 || feeds.some((feed) => must(world.feeds, feed).value === 'working');
  return isFed ? '' : 'no power';
}

function diskView(plan: Plan, world: World, definition: DiskDefinition): DiskView {
  const { id, letter, holds, root = id } = definition;
  const whole = must(world.disks, id).value === 'working';
  const isThere = whole && must(world.disks, root).value === 'working';
  const works = isThere && faultOf(plan, world) === '';
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
  const fault = faultOf(plan, world);
  const standing = plan.quorum ? 'one copy, one owner' : 'one copy';
  return {
    id,
    name,
    tone: fault ? 'failed' : 'online',
    word: fault || standing,
    press: arrayPress(plan, world),
  };
}

/** Whether a database needs its backup: its file is gone, or it went down with a damaged page. */
function needsBackup(world: World, database: string): boolean {
  const { file, pages, restoringSince } = must(world.databases, database);
  const isDamaged =
    pages.value === 'damaged' && must(world.resources, database).state.value === 'failed';
  return restoringSince === null && (file.value === 'gone' || isDamaged);
}

/** What there is to do that is no part of the picture: restoring backups, getting nodes going again. */
export function chores(plan: Plan, world: World): readonly Press[] {
  const chore = (verb: string, id: string, label: string): Press => ({
    action: `${verb} ${id}`,
    label,
    breaks: false,
  });
  return [
    ...Object.keys(world.databases)
      .filter((id) => needsBackup(world, id))
      .map((id) => chore('restore-backup', id, `Restore ${nameOf(plan, id)} from the last backup`)),
    ...plan.nodes.flatMap((node) => {
      const { paused, service, startsItself } = must(world.nodes, node);
      const system = must(world.systems, node).value;
      if (system === 'hung') return [chore('wake', node, `Wake ${node}`)];
      if (service.value !== 'stopped')
        return paused.value ? [chore('resume-node', node, `Resume ${node}`)] : [];
      return !startsItself.value && system === 'up'
        ? [chore('start-cluster-service', node, `Start ${node}'s cluster service`)]
        : [];
    }),
  ];
}
