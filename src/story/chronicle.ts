import { groupOn, must, visitInstants } from '#model';
import type { Execution, Instant, Plan, World } from '#model';
import { ownerOf, serviceOf } from './measured.ts';
import type { Service } from './measured.ts';
import { phaseOf } from './phases.ts';
import type { PhaseKey } from './phases.ts';

/** A value that held from one instant until, but not at, another. */
export interface Stretch<Value extends string> {
  readonly value: Value;
  readonly from: Instant;
  readonly to: Instant;
}

/** What a node is doing, in a word for its lane. */
export type NodeActivity =
  | 'active'
  | 'passive'
  | 'paused'
  | 'regrouping'
  | 'arbitrating'
  | 'leaving'
  | 'shutting-down'
  | 'starting'
  | 'hung'
  | 'stopped'
  | 'off';

/** A run as stretches of time: what the time line draws and what outcomes are counted from. */
export interface Chronicle {
  readonly phases: readonly Stretch<PhaseKey>[];
  readonly service: readonly Stretch<Service>[];
  readonly owner: readonly Stretch<string>[];
  readonly nodes: Readonly<Record<string, readonly Stretch<NodeActivity>[]>>;
  readonly from: Instant;
  readonly to: Instant;
}

/** What a node is doing in a world; `hung` also when only its cluster service stands still. */
export function activityOf(plan: Plan, world: World, node: string): NodeActivity {
  if (must(world.power, node).value === 'off') return 'off';
  const { service, agreement, leaving, paused } = must(world.nodes, node);
  const system = must(world.systems, node).value;
  if (system === 'hung' || system === 'shutting-down') return system;
  if (system !== 'up' || service.value === 'joining') return 'starting';
  if (service.value === 'hung' || service.value === 'stopped') return service.value;
  if (agreement.value === 'regrouping') return 'regrouping';
  if (agreement.value !== 'settled') return 'arbitrating';
  if (leaving.value !== 'no') return 'leaving';
  if (paused.value) return 'paused';
  return groupOn(world, node, plan.subject.id).owner.value === node ? 'active' : 'passive';
}

/** Stretches of one kind, put together as a run goes on. */
export class Lane<Value extends string> {
  readonly stretches: Stretch<Value>[] = [];
  #value: Value;
  #from: Instant;

  constructor(value: Value, from: Instant) {
    this.#value = value;
    this.#from = from;
  }

  change(value: Value, at: Instant): void {
    if (value === this.#value) return;
    if (at > this.#from) this.stretches.push({ value: this.#value, from: this.#from, to: at });
    this.#value = value;
    this.#from = at;
  }

  end(at: Instant): readonly Stretch<Value>[] {
    if (at > this.#from) this.stretches.push({ value: this.#value, from: this.#from, to: at });
    return this.stretches;
  }
}

/** Tells a run as stretches from instant 0, where it is steady already, until `to`. */
export function chronicleOf(execution: Execution, to: Instant): Chronicle {
  const { plan } = execution.run;
  const { owner } = plan.subject;
  const phases = new Lane<PhaseKey>('rest', 0);
  const service = new Lane<Service>('online', 0);
  const owners = new Lane<string>(owner, 0);
  const lanes = plan.nodes.map((id) => ({
    id,
    lane: new Lane<NodeActivity>(id === owner ? 'active' : 'passive', 0),
  }));
  const steadyAt = execution.unfinished ? Number.POSITIVE_INFINITY : execution.steadyAt;
  visitInstants(execution, (at, world) => {
    if (at > to) return;
    phases.change(phaseOf(plan, world, execution.occurrences, at, steadyAt), at);
    service.change(serviceOf(plan, world), at);
    owners.change(ownerOf(plan, world), at);
    for (const { id, lane } of lanes) lane.change(activityOf(plan, world, id), at);
  });
  return {
    phases: phases.end(to),
    service: service.end(to),
    owner: owners.end(to),
    nodes: Object.fromEntries(lanes.map(({ id, lane }) => [id, lane.end(to)])),
    from: 0,
    to,
  };
}

/** The value that held at an instant; the last one for instants after the end. */
export function valueAt<Value extends string>(
  stretches: readonly Stretch<Value>[],
  at: Instant,
): Value | undefined {
  return (stretches.find(({ to }) => at < to) ?? stretches.at(-1))?.value;
}
