// How fast this can be done at all: three ways that know nothing but this queue or this computer.
import { timeAt } from './times.ts';
import type { Served, Times } from './times.ts';

interface Planned {
  readonly at: number;
  readonly sequence: number;
  readonly run: () => void;
}

const isBefore = (one: Planned, other: Planned): boolean =>
  one.at < other.at || (one.at === other.at && one.sequence < other.sequence);

/** A binary heap of closures, ordered by time and then by when they were planned. */
class Closures {
  private readonly heap: Planned[] = [];
  private sequence = 0;

  plan(at: number, run: () => void): void {
    const planned = { at, sequence: this.sequence, run };
    this.sequence += 1;
    let place = this.heap.push(planned) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = this.heap[above] as Planned;
      if (isBefore(other, planned)) break;
      this.heap[place] = other;
      place = above;
    }
    this.heap[place] = planned;
  }

  next(): Planned | undefined {
    const { heap } = this;
    const [first] = heap;
    const last = heap.pop();
    if (heap.length === 0 || last === undefined) return first;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      if (below + 1 < heap.length && isBefore(heap[below + 1] as Planned, heap[below] as Planned))
        below += 1;
      if (isBefore(last, heap[below] as Planned)) break;
      heap[place] = heap[below] as Planned;
      place = below;
    }
    heap[place] = last;
    return first;
  }
}

/** Closures on a heap of objects. */
export function closures(customers: number, { gaps, services }: Times): Served {
  const agenda = new Closures();
  const came = new Float64Array(customers);
  let now = 0;
  let arrived = 0;
  let served = 0;
  let waitedMs = 0;
  const serve = (): void => {
    waitedMs += now - (came[served] ?? 0);
    agenda.plan(now + timeAt(services, served), leave);
  };
  const arrive = (): void => {
    came[arrived] = now;
    arrived += 1;
    if (arrived - served === 1) serve();
    if (arrived < customers) agenda.plan(now + timeAt(gaps, arrived), arrive);
  };
  const leave = (): void => {
    served += 1;
    if (served < arrived) serve();
  };
  agenda.plan(timeAt(gaps, 0), arrive);
  for (let next = agenda.next(); next; next = agenda.next()) {
    now = next.at;
    next.run();
  }
  return { events: arrived + served, waitedMs };
}

const ARRIVAL = 0;

/** A binary heap of numbers in typed arrays; what each one means is a small number beside it. */
class Numbers {
  readonly at: Float64Array;
  readonly kind: Uint8Array;
  size = 0;
  constructor(capacity: number) {
    this.at = new Float64Array(capacity);
    this.kind = new Uint8Array(capacity);
  }

  plan(at: number, kind: number): void {
    let place = this.size;
    this.size += 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if ((this.at[above] as number) <= at) break;
      this.at[place] = this.at[above] as number;
      this.kind[place] = this.kind[above] as number;
      place = above;
    }
    this.at[place] = at;
    this.kind[place] = kind;
  }

  drop(): void {
    this.size -= 1;
    const at = this.at[this.size] as number;
    const kind = this.kind[this.size] as number;
    let place = 0;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= this.size) break;
      if (below + 1 < this.size && (this.at[below + 1] as number) < (this.at[below] as number))
        below += 1;
      if (at <= (this.at[below] as number)) break;
      this.at[place] = this.at[below] as number;
      this.kind[place] = this.kind[below] as number;
      place = below;
    }
    this.at[place] = at;
    this.kind[place] = kind;
  }
}

/** A heap in typed arrays and a branch for each kind of event. */
export function typedHeap(customers: number, { gaps, services }: Times): Served {
  const agenda = new Numbers(8);
  const came = new Float64Array(customers);
  let arrived = 0;
  let served = 0;
  let waitedMs = 0;
  agenda.plan(timeAt(gaps, 0), ARRIVAL);
  while (agenda.size > 0) {
    const now = agenda.at[0] as number;
    const kind = agenda.kind[0];
    agenda.drop();
    let serves = false;
    if (kind === ARRIVAL) {
      came[arrived] = now;
      arrived += 1;
      serves = arrived - served === 1;
      if (arrived < customers) agenda.plan(now + timeAt(gaps, arrived), ARRIVAL);
    } else {
      served += 1;
      serves = served < arrived;
    }
    if (!serves) continue;
    waitedMs += now - (came[served] as number);
    agenda.plan(now + timeAt(services, served), ARRIVAL + 1);
  }
  return { events: arrived + served, waitedMs };
}

/** No agenda at all: the two instants that can be next stand in two variables. */
export function noQueue(customers: number, { gaps, services }: Times): Served {
  const came = new Float64Array(customers);
  let arrived = 0;
  let served = 0;
  let waitedMs = 0;
  let arrivesAt = timeAt(gaps, 0);
  let leavesAt = Infinity;
  while (served < customers) {
    const isArrival = arrivesAt <= leavesAt;
    const now = isArrival ? arrivesAt : leavesAt;
    let serves = false;
    if (isArrival) {
      came[arrived] = now;
      arrived += 1;
      serves = arrived - served === 1;
      arrivesAt = arrived < customers ? now + timeAt(gaps, arrived) : Infinity;
    } else {
      served += 1;
      serves = served < arrived;
      if (!serves) leavesAt = Infinity;
    }
    if (!serves) continue;
    waitedMs += now - (came[served] as number);
    leavesAt = now + timeAt(services, served);
  }
  return { events: arrived + served, waitedMs };
}
