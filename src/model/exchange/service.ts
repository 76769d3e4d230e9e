import { must } from '../kernel/lookup.ts';
import type { Finding } from '../kernel/rule.ts';
import { causes, every, is } from '../kernel/rule.ts';
import { canAccess, hasNetwork } from '../hardware/reach.ts';
import type { Occurrence, OccurrenceKind } from '../occurrences/index.ts';
import type { ResourceDefinition, ResourceType } from '../scenario/types.ts';
import type { Moment } from '../world/moment.ts';
import { clientsLose, clientsReturn } from './clients.ts';
import { holdMail, releaseMail } from './mail.ts';

/** The System Attendant is not asked when a client reads mail. */
const ANSWERING: ReadonlySet<ResourceType> = new Set([
  'ip-address',
  'network-name',
  'information-store',
]);

/** What nodes and disks agree among themselves; a client that asks gets the same answer as before. */
const UNSEEN: ReadonlySet<OccurrenceKind> = new Set([
  'heartbeat-missed',
  'contact-lost',
  'contact-restored',
  'node-declared-down',
  'regroup-started',
  'regroup-ended',
  'quorum-challenged',
  'quorum-defence-started',
  'quorum-reserved',
  'quorum-reserve-refused',
  'reservation-renewed',
  'reservation-lost',
  'cluster-service-started',
  'node-joined',
  'group-failed',
  'group-brought-online',
  'move-started',
  'failover-started',
  'resource-going-online',
  'recovery-started',
  'recovery-ended',
  'clients-reconnected',
  'queue-delivered',
]);

/** Whether a client may be answered differently after an occurrence. */
export function concernsClients({ kind }: Occurrence): boolean {
  return !UNSEEN.has(kind);
}

/** What every database of the subject needs before a client is answered for any of them. */
function nameAnswers(moment: Moment): Finding {
  const { world, plan } = moment;
  const owner = must(world.groups, plan.subject.id).owner.value;
  const findings = [is(must(world.power, owner), 'on')];
  for (const { id, type, network } of plan.subject.resources) {
    if (!ANSWERING.has(type)) continue;
    if (network !== undefined) findings.push(hasNetwork(world, owner, network));
    findings.push(is(must(world.resources, id).state, 'online'));
  }
  return every(findings);
}

function databaseAnswers(moment: Moment, database: ResourceDefinition): Finding {
  const owner = must(moment.world.groups, moment.plan.subject.id).owner.value;
  return every([
    ...must(moment.plan.disksOf, database.id).map((disk) => canAccess(moment.world, owner, disk)),
    is(must(moment.world.resources, database.id).state, 'online'),
  ]);
}

/**
 * Looks at the service as a client does: the name must answer over the public network and the
 * database must be mounted on disks that can be read. Whatever the cluster believes does not count.
 */
export function lookAsClient(moment: Moment): void {
  const { world, plan } = moment;
  const databases = plan.subject.resources.filter(({ type }) => type === 'mailbox-database');
  const name = nameAnswers(moment);
  const findings = name.holds
    ? databases.map((database) => databaseAnswers(moment, database))
    : [name];
  const answered = findings.filter(({ holds }) => holds).length;
  const value = answered === 0 ? 'down' : answered < databases.length ? 'degraded' : 'online';
  const before = world.service;
  if (before.value === value) return;
  const group = plan.subject.id;
  if (value === 'online') {
    const outageMs = moment.at - world.serviceSince;
    const because = causes([
      before.since,
      ...name.since,
      ...findings.flatMap(({ since }) => since),
    ]);
    const since = moment.occur(
      'service-restored',
      group,
      { group, outageMs },
      { because, rule: 'answer-clients' },
    );
    world.service = { value, since };
    clientsReturn(moment);
    releaseMail(moment);
  } else if (before.value === 'online') {
    const failing = findings.filter(({ holds }) => !holds);
    const owner = must(world.groups, group).owner.since;
    const because = causes([before.since, owner, ...failing.flatMap(({ since }) => since)]);
    const since = moment.occur(
      'service-lost',
      group,
      { group },
      { because, rule: 'answer-clients' },
    );
    world.service = { value, since };
    clientsLose(moment);
    holdMail(moment);
  } else {
    world.service = { value, since: before.since };
    return;
  }
  world.serviceSince = moment.at;
}
