import { peek, put } from '../../../src/model/kernel/agenda.ts';
import type { Agenda, Entry } from '../../../src/model/kernel/agenda.ts';
import { RANK } from '../../../src/model/kernel/instant.ts';
import { timeAt } from '../../bench/queue/times.ts';
import type { Served, Times } from '../../bench/queue/times.ts';

const SERVER = 0;

/** What can happen; also the order of it at one instant. */
const ARRIVAL = 0;
const DEPARTURE = 1;

/** A queue with one server on nothing but the model's own agenda. */
export function oneServerQueue(customers: number, { gaps, services }: Times): Served {
  const agenda: Agenda<Entry> = [];
  const came = new Float64Array(customers);
  let arrived = 0;
  let served = 0;
  let waitedMs = 0;
  const plan = (at: number, task: number): void =>
    put(agenda, { at, rank: RANK.arrival, place: SERVER, ordinal: task });
  const serve = (now: number): void => {
    waitedMs += now - (came[served] ?? 0);
    plan(now + timeAt(services, served), DEPARTURE);
  };
  plan(timeAt(gaps, 0), ARRIVAL);
  for (let next = peek(agenda); next; next = peek(agenda)) {
    agenda.pop();
    const now = next.at;
    if (next.ordinal === ARRIVAL) {
      came[arrived] = now;
      arrived += 1;
      if (arrived - served === 1) serve(now);
      if (arrived < customers) plan(now + timeAt(gaps, arrived), ARRIVAL);
    } else {
      served += 1;
      if (served < arrived) serve(now);
    }
  }
  return { events: arrived + served, waitedMs };
}
