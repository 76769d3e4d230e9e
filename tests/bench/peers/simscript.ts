import { timeAt } from '../queue/times.ts';
import type { Queue } from '../queue/times.ts';

/** What we use of simscript. */
interface SimScript {
  readonly Entity: new () => {
    readonly simulation: { readonly timeNow: number };
    delay(duration: number): Promise<number>;
    enterQueue(queue: object): Promise<number>;
    leaveQueue(queue: object): void;
  };
  readonly Queue: new (name: string, capacity: number) => object;
  readonly Simulation: new () => {
    readonly finished: { addEventListener(listener: () => void): void };
    readonly started: { addEventListener(listener: () => void): void };
    activate(entity: object): Promise<number>;
    start(): Promise<void>;
  };
}

/** A queue in the manner of simscript: each customer is an entity with an asynchronous script. */
export function simScriptQueue({ Entity, Queue: Line, Simulation }: SimScript): Queue {
  return async (customers, { gaps, services }) => {
    const simulation = new Simulation();
    const server = new Line('server', 1);
    let events = 0;
    let waitedMs = 0;
    class Customer extends Entity {
      readonly service: number;
      constructor(service: number) {
        super();
        this.service = service;
      }
      async script(): Promise<void> {
        const since = this.simulation.timeNow;
        await this.enterQueue(server);
        waitedMs += this.simulation.timeNow - since;
        await this.delay(this.service);
        this.leaveQueue(server);
        events += 1;
      }
    }
    class Arrivals extends Entity {
      async script(): Promise<void> {
        for (let customer = 0; customer < customers; customer += 1) {
          await this.delay(timeAt(gaps, customer));
          events += 1;
          void simulation.activate(new Customer(timeAt(services, customer)));
        }
      }
    }
    await new Promise<void>((resolve) => {
      simulation.started.addEventListener(() => void simulation.activate(new Arrivals()));
      simulation.finished.addEventListener(resolve);
      void simulation.start();
    });
    return { events, waitedMs };
  };
}
