import type { OccurrenceId } from '../kernel/fact.ts';
import { firstTickFrom } from '../kernel/instant.ts';
import { offsetWithin } from '../kernel/chance.ts';
import { must } from '../kernel/lookup.ts';
import type { Finding, Rule } from '../kernel/rule.ts';
import { causes, every, is, judge } from '../kernel/rule.ts';
import { canAccess, canReach } from '../hardware/reach.ts';
import { cableId, quorumOf } from '../scenario/plan.ts';
import { reasonOf } from '../world/moment.ts';
import type { Moment } from '../world/moment.ts';
import type { ClusterNode } from '../world/cluster.ts';
import { beginArbitration } from './arbitration.ts';
import { startListening } from './heartbeats.ts';
import { stopService } from './stop.ts';

interface Subject {
  readonly moment: Moment;
  readonly node: string;
}

/** The first running member that answers on a network and of which more holds; else all that is missing. */
function answering(
  moment: Moment,
  node: string,
  more: (member: ClusterNode) => readonly Finding[],
): Finding {
  const { world, plan } = moment;
  const since: OccurrenceId[] = [];
  for (const peer of Object.keys(must(world.nodes, node).peers)) {
    const member = must(world.nodes, peer);
    for (const network of plan.internalNetworks) {
      const finding = every([
        is(member.service, 'running'),
        canReach(world, node, peer, network),
        ...more(member),
      ]);
      if (finding.holds) return finding;
      since.push(...finding.since);
    }
  }
  return { holds: false, value: null, since };
}

/** A running member that would let the node in, and the network they would talk on. */
function door(moment: Moment, node: string): Finding {
  return answering(moment, node, ({ agreement, peers }) => [
    is(agreement, 'settled'),
    is(must(peers, node), 'down'),
  ]);
}

const ready = {
  name: 'the operating system runs and the cluster service does not',
  test: ({ moment, node }: Subject) =>
    every([
      is(must(moment.world.systems, node), 'up'),
      is(must(moment.world.nodes, node).service, 'stopped'),
    ]),
};

/** A node that finds a running member joins it. */
const joinRule: Rule<Subject> = {
  name: 'join-cluster',
  conditions: [
    ready,
    { name: 'a running member can be reached', test: ({ moment, node }) => door(moment, node) },
  ],
};

/** A node that finds nobody forms the cluster if it can get the quorum disk. */
const formRule: Rule<Subject> = {
  name: 'form-cluster',
  conditions: [
    ready,
    {
      name: 'it reaches the quorum disk',
      test: ({ moment, node }) => canAccess(moment.world, node, quorumOf(moment.plan).disk),
    },
    {
      name: 'no running member answers',
      test: ({ moment, node }) => {
        const finding = answering(moment, node, () => []);
        return { ...finding, holds: !finding.holds };
      },
    },
    {
      name: 'nobody owns the quorum disk',
      test: ({ moment }) => is(must(moment.world.renewers, quorumOf(moment.plan).disk), null),
    },
  ],
};

/** Plans the attempt of a stopped service that is going to lead somewhere; others are not shown. */
export function startAgain(moment: Moment, node: string): void {
  if (must(moment.world.nodes, node).service.value !== 'stopped') return;
  const subject = { moment, node };
  if (!judge(joinRule, subject).holds && !judge(formRule, subject).holds) {
    moment.cancel('service-start-due', node);
    return;
  }
  const { restartBase } = must(moment.world.nodes, node);
  const attempts = { base: restartBase, period: moment.parameters.clusterServiceRestartDelay };
  moment.later(
    firstTickFrom(attempts, Math.max(moment.at, restartBase)),
    'service-start-due',
    node,
  );
}

/** The service starts: it joins a running member, else forms the cluster. */
export function startService(moment: Moment, node: string): void {
  const subject = { moment, node };
  const join = judge(joinRule, subject);
  const rule = join.holds ? joinRule : formRule;
  const verdict = join.holds ? join : judge(formRule, subject);
  if (!verdict.holds) return;
  const self = must(moment.world.nodes, node);
  const to = join.holds ? 'join' : 'form';
  const since = moment.occur(
    'cluster-service-started',
    node,
    { node, to },
    reasonOf(rule, verdict),
  );
  self.service = { value: join.holds ? 'joining' : 'forming', since };
  for (const peer of Object.keys(self.peers)) self.peers[peer] = { value: 'down', since };
  startHeartbeats(moment, node);
  if (join.holds) moment.later(moment.at + moment.parameters.joinDuration, 'join-ends', node);
  else beginArbitration(moment, node, [since]);
}

function startHeartbeats(moment: Moment, node: string): void {
  const { seed } = moment.plan.scenario;
  for (const network of moment.plan.internalNetworks) {
    const cable = cableId(node, network);
    const offset = offsetWithin(seed, 'heartbeat', cable, moment.parameters.heartbeatPeriod);
    must(moment.world.nodes, node).heartbeatBases[cable] = moment.at + offset;
  }
}

/** The member lets the node in, if it is still there and can still be reached. */
export function endJoin(moment: Moment, node: string): void {
  const self = must(moment.world.nodes, node);
  const open = door(moment, node);
  if (!open.holds) {
    stopService(moment, node, 'join-failed', [self.service.since, ...open.since]);
    return;
  }
  const because = causes([self.service.since, ...open.since]);
  const since = moment.occur('node-joined', node, { node }, { because, rule: joinRule.name });
  self.service = { value: 'running', since };
  for (const peer of Object.keys(self.peers)) {
    if (must(moment.world.nodes, peer).service.value !== 'running') continue;
    self.peers[peer] = { value: 'up', since };
    must(moment.world.nodes, peer).peers[node] = { value: 'up', since };
    startListening(moment, node, peer, since);
    startListening(moment, peer, node, since);
  }
}
