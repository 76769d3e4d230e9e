import { must } from '../kernel/lookup.ts';
import { cableId } from '../scenario/parts.ts';
import type { Plan } from '../scenario/plan.ts';
import type { Moment } from '../world/moment.ts';
import { flip } from './flip.ts';
import type { RefusalReason } from './types.ts';

function ofCable({ scenario, nodes, links }: Plan, cable: string) {
  for (const { id: network } of scenario.networks) {
    const found = nodes.find((node) =>
      must(links, cableId(node, network)).some((link) => link.cable === cable),
    );
    if (found !== undefined) return { node: found, network, cable };
  }
  throw new Error(`${cable} belongs to no node`);
}

function ofPath({ nodes, paths }: Plan, path: string) {
  const node = nodes.find((one) => must(paths, one).some(({ id }) => id === path)) ?? '';
  return { node, path };
}

/**
 * Cuts a network, a switch, a cable or a storage path, or mends it. Refused when it is so already:
 * what is cut on the whole is not mended by mending a part.
 */
export function connect(moment: Moment, part: string, mended: boolean): RefusalReason | null {
  const { world, plan } = moment;
  const done = mended ? 'mended' : 'cut';
  const value = mended ? 'connected' : 'cut';
  switch (must(plan.parts, part).kind) {
    case 'network': {
      const values = { network: part };
      const state = mended ? 'up' : 'cut';
      return flip(moment, world.networks, part, state, { kind: `network-${done}`, part, values });
    }
    case 'switch': {
      const values = { switch: part };
      return flip(moment, world.switches, part, value, { kind: `switch-${done}`, part, values });
    }
    case 'path': {
      const values = ofPath(plan, part);
      return flip(moment, world.paths, part, value, { kind: `path-${done}`, part, values });
    }
    default: {
      const values = ofCable(plan, part);
      return flip(moment, world.cables, part, value, { kind: `cable-${done}`, part, values });
    }
  }
}
