import { must } from '#model';
import type { Instant, Plan, World } from '#model';
import { sayDuration } from '../format.ts';
import { wirePress } from './press.ts';
import type { HeartbeatView } from './types.ts';

interface Heard {
  readonly level: 'heard' | 'missed' | 'lost' | 'silent';
  readonly lastHeard: Instant;
}

/** What the nodes that run their cluster service hear on a network. */
function heardOn(world: World, network: string): readonly Heard[] {
  return Object.values(world.nodes)
    .filter(({ service }) => service.value === 'running')
    .flatMap(({ listening }) =>
      Object.entries(listening)
        .filter(([cable]) => cable.endsWith(`.${network}`))
        .map(([, { level, lastHeard }]) => ({ level: level.value, lastHeard })),
    );
}

/** The line between the cabinets: the private network and what is heard on it. */
export function heartbeatView(plan: Plan, world: World, at: Instant): HeartbeatView {
  const network =
    plan.scenario.networks.find(({ role }) => role === 'internal')?.id ??
    plan.internalNetworks[0] ??
    '';
  const whole = must(world.networks, network).value === 'up';
  const press = wirePress(plan, network, whole);
  const running = Object.values(world.nodes).filter(({ service }) => service.value === 'running');
  const known = running.some(({ peers }) =>
    Object.values(peers).some(({ value }) => value === 'up'),
  );
  const heard = heardOn(world, network);
  const silent = heard.filter(({ level }) => level !== 'heard');
  if (running.length === 0)
    return { network, tone: 'offline', word: 'nobody listens', press, whole };
  if (silent.length > 0) {
    const since = Math.min(...silent.map(({ lastHeard }) => lastHeard));
    const lost = !known || silent.some(({ level }) => level === 'silent' || level === 'lost');
    const word = `silent for ${sayDuration(Math.floor((at - since) / 1_000) * 1_000)}`;
    return { network, tone: lost ? 'failed' : 'pending', word, press, whole };
  }
  if (!known) return { network, tone: 'offline', word: 'nobody to hear', press, whole };
  const period = sayDuration(plan.scenario.parameters.heartbeatPeriod);
  return { network, tone: 'online', word: `every ${period}`, press, whole };
}
