import { timeAt } from '../queue/times.ts';
import type { Queue } from '../queue/times.ts';

interface Request {
  readonly done: (callback: (data: number) => void, context: object, data?: number) => Request;
}

/** What we use of simjs, which comes without types. */
interface SimJs {
  readonly Entity: new (...given: readonly unknown[]) => {
    time(): number;
    setTimer(duration: number): Request;
    useFacility(facility: object, duration: number): Request;
  };
  readonly Facility: new (name: string) => object;
  readonly Sim: new () => {
    addEntity(entity: unknown): object;
    simulate(until: number): void;
  };
}

/** A queue in the manner of simjs: an entity that asks a facility for service. */
export function simJsQueue({ Entity, Facility, Sim }: SimJs): Queue {
  return (customers, { gaps, services }) => {
    const server = new Facility('server');
    let arrived = 0;
    let served = 0;
    let waitedMs = 0;
    class Customers extends Entity {
      start(): void {
        this.setTimer(timeAt(gaps, 0)).done(this.arrive, this);
      }
      readonly arrive = (): void => {
        const customer = arrived;
        arrived += 1;
        const since = this.time() + timeAt(services, customer);
        this.useFacility(server, timeAt(services, customer)).done(this.leave, this, since);
        if (arrived < customers) this.setTimer(timeAt(gaps, arrived)).done(this.arrive, this);
      };
      readonly leave = (since: number): void => {
        served += 1;
        waitedMs += this.time() - since;
      };
    }
    const simulation = new Sim();
    simulation.addEntity(Customers);
    simulation.simulate(Number.MAX_SAFE_INTEGER);
    return { events: arrived + served, waitedMs };
  };
}
