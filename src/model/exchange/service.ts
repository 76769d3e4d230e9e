import { must } from '../kernel/lookup.ts';
import { causes } from '../kernel/rule.ts';
import { groupIn } from '../world/formation.ts';
import type { Moment } from '../world/moment.ts';
import { findService } from './answer.ts';
import { clientsLose, clientsReturn, servesMailboxes } from './clients.ts';
import { holdMail, releaseMail } from './mail.ts';

/**
 * Whether it is worth a client's while to look again. While no database is mounted anywhere, what
 * was down still is, and most of what happens in a failover happens then.
 */
export function mayAnswer({ world, plan }: Moment): boolean {
  return (
    world.service.value !== 'down' ||
    plan.databases.length === 0 ||
    plan.databases.some((id) => must(world.databases, id).state.value === 'mounted')
  );
}

/**
 * Looks at the service as a client does: the name must answer over the public network and the
 * database must be mounted on disks that can be read; a group without databases must be online as a
 * whole. Whatever the cluster believes does not count. Where parts of it go on apart, a client is
 * answered by whichever answers.
 */
export function lookAsClient(moment: Moment): void {
  const { world, plan } = moment;
  const group = plan.subject.id;
  const { value, best, looks } = findService(moment);
  const before = world.service;
  if (before.value === value) return;
  if (value !== 'online' && before.value !== 'online') {
    world.service = { value, since: before.since };
    return;
  }
  if (value === 'online') {
    const outageMs = moment.at - world.serviceSince;
    const because = causes([
      before.since,
      ...best.name.since,
      ...best.findings.flatMap(({ since }) => since),
    ]);
    const reason = { because, rule: 'answer-clients' };
    const since = moment.occur('service-restored', group, { group, outageMs }, reason);
    world.service = { value, since };
    if (servesMailboxes(plan)) {
      clientsReturn(moment);
      releaseMail(moment);
    }
  } else {
    const failing = looks.flatMap(({ host, findings }) => [
      groupIn(world, host.formation, group).owner.since,
      ...findings.filter(({ holds }) => !holds).flatMap(({ since }) => since),
    ]);
    const reason = { because: causes([before.since, ...failing]), rule: 'answer-clients' };
    const since = moment.occur('service-lost', group, { group }, reason);
    world.service = { value, since };
    if (servesMailboxes(plan)) {
      clientsLose(moment);
      holdMail(moment);
    }
  }
  world.serviceSince = moment.at;
}
