import { isConnected } from '#model';
import type { Instant, Plan, World } from '#model';
import type { ClientsView, Tone } from './types.ts';

const MARKS = 24;

function wordOf(connected: number, count: number): { word: string; tone: Tone } {
  if (connected === count) return { word: 'connected', tone: 'online' };
  if (connected === 0) return { word: 'retrying', tone: 'pending' };
  return { word: `${connected} connected`, tone: 'pending' };
}

/** The people: how many are connected, as marks that each stand for an equal share. */
export function clientsView(plan: Plan, world: World, at: Instant): ClientsView {
  const count = plan.scenario.parameters.mailboxes;
  const share = Math.max(1, Math.ceil(count / MARKS));
  const marks: boolean[] = [];
  let connected = 0;
  for (let first = 0; first < count; first += share) {
    let inMark = 0;
    const size = Math.min(share, count - first);
    for (let client = first; client < first + size; client += 1) {
      if (isConnected(plan, world, client, at)) inMark += 1;
    }
    connected += inMark;
    marks.push(inMark === size);
  }
  return { count, connected, marks, ...wordOf(connected, count) };
}
