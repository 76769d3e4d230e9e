import { given, START } from '../kernel/fact.ts';
import { must } from '../kernel/lookup.ts';
import type { Plan } from '../scenario/plan.ts';
import type { DatabaseFiles, ExchangeWorld } from '../world/exchange.ts';

function longMounted(plan: Plan, database: string): DatabaseFiles {
  const { owner } = must(plan.groupOf, database);
  return {
    state: given('mounted'),
    mountedBy: owner,
    mountedAt: null,
    mountedSince: START,
    logsToReplay: 0,
    file: given('kept'),
    logs: given('kept'),
    logsSinceBackup: given('kept'),
    stoppedAt: 0,
    restoringSince: null,
    backingUpSince: null,
    jobNode: owner,
    jobEndsAt: 0,
    backupAt: plan.scenario.start - plan.scenario.parameters.backupAge,
    pages: given('sound'),
    pageReadAt: null,
  };
}

/** Exchange at the start: databases long mounted, every client connected, no mail waiting. */
export function initialExchange(plan: Plan): ExchangeWorld {
  const databases = Object.values(plan.resources).filter(({ type }) => type === 'mailbox-database');
  return {
    databases: Object.fromEntries(databases.map(({ id }) => [id, longMounted(plan, id)])),
    jobs: [],
    service: given('online'),
    serviceSince: 0,
    clientsBackAt: null,
    mail: [{ from: 0, to: null, fate: 'prompt', since: START }],
    addressKnownAt: given(plan.subject.owner),
  };
}
