import { given, START } from '../kernel/fact.ts';
import type { Plan } from '../scenario/plan.ts';
import type { ExchangeWorld } from '../world/exchange.ts';

/** Exchange at the start: databases long mounted, every client connected, no mail waiting. */
export function initialExchange(plan: Plan): ExchangeWorld {
  const databases = Object.values(plan.resources).filter(({ type }) => type === 'mailbox-database');
  return {
    databases: Object.fromEntries(
      databases.map(({ id }) => [
        id,
        {
          state: given('mounted'),
          mountedAt: null,
          mountedSince: START,
          logsToReplay: 0,
          file: given('kept'),
          logs: given('kept'),
          logsSinceBackup: given('kept'),
          stoppedAt: 0,
          restoringSince: null,
        },
      ]),
    ),
    service: given('online'),
    serviceSince: 0,
    clientsBackAt: null,
    mail: [{ from: 0, to: null, fate: 'prompt', since: START }],
  };
}
