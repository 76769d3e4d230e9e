import { must } from '#model';
import type { Instant, Occurrence, Plan, World } from '#model';
import { hostingPart, ownerOf, serviceOf } from '../measured.ts';
import type { PhaseKey } from '../phases.ts';
import type { Sentences } from '../sentences/types.ts';
import { captionAt } from './caption.ts';
import { clientsView } from './clients.ts';
import { heartbeatView } from './heartbeat.ts';
import { nodeView } from './nodes.ts';
import { groupPress, wirePress } from './press.ts';
import { resourceViews } from './resources.ts';
import { arrayView, chores, diskViews } from './storage.ts';
import type { Frame, IdentityView } from './types.ts';

function identityView(plan: Plan, world: World, at: Instant): IdentityView {
  const { id, name, resources } = plan.subject;
  const part = hostingPart(plan, world);
  const owner = must(part.groups, id).owner.value;
  const views = resourceViews(plan, world, part, at);
  const address = resources.find((resource) => resource.type === 'ip-address');
  const network = resources.find(({ type }) => type === 'network-name');
  const tones = views.filter((view) => view.id === address?.id || view.id === network?.id);
  const tone =
    (['failed', 'offline', 'pending'] as const).find((candidate) =>
      tones.some((view) => view.tone === candidate),
    ) ?? 'online';
  return {
    group: id,
    name,
    address: address?.address ?? '',
    owner,
    place: plan.nodes.indexOf(owner),
    tone,
    press: groupPress(plan, world),
  };
}

/** The network that clients use: that of the subject's address, else the first they may use. */
function clientNetwork({ subject, scenario }: Plan): string {
  const address = subject.resources.find(({ network }) => network !== undefined);
  const open = scenario.networks.find(({ role }) => role === 'mixed' || role === 'client');
  return address?.network ?? open?.id ?? scenario.networks[0]?.id ?? 'public';
}

/** The picture at an instant of a run, after everything that happens at it, captioned in the words. */
export function frameOf(
  plan: Plan,
  world: World,
  occurrences: readonly Occurrence[],
  at: Instant,
  phase: PhaseKey,
  words: Sentences,
): Frame {
  const publicNetwork = clientNetwork(plan);
  const whole = must(world.networks, publicNetwork).value === 'up';
  return {
    at,
    phase,
    service: serviceOf(plan, world),
    owner: ownerOf(plan, world),
    clients: clientsView(plan, world, at),
    publicNetwork: {
      id: publicNetwork,
      whole,
      live: whole,
      press: wirePress(plan, publicNetwork, whole),
    },
    nodes: plan.nodes.map((id) => nodeView(plan, world, id, at)),
    heartbeat: plan.quorum ? heartbeatView(plan, world, at) : null,
    array: arrayView(plan, world),
    disks: diskViews(plan, world),
    identity: identityView(plan, world, at),
    chores: chores(plan, world),
    caption: captionAt(plan, world, occurrences, at, words),
  };
}
