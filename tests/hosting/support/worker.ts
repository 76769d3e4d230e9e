import { keeperOf } from '../../../src/hosting/offline/keep.ts';
import type { WorkerScope } from '../../../src/hosting/offline/scope.ts';
import { serveOffline } from '../../../src/hosting/offline/serve.ts';

const ROOT = 'https://host/site/';

/** As much of a browser's caches as the worker uses. */
class FakeCaches {
  readonly #caches = new Map<string, Map<string, Response>>();

  keys(): Promise<string[]> {
    return Promise.resolve([...this.#caches.keys()].sort());
  }

  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.delete(name));
  }

  open(name: string): Promise<object> {
    const entries = this.#caches.get(name) ?? new Map<string, Response>();
    this.#caches.set(name, entries);
    return Promise.resolve({
      match: (address: string) => Promise.resolve(entries.get(address)?.clone()),
      put: (address: string, answer: Response) => {
        entries.set(address, answer);
        return Promise.resolve();
      },
    });
  }
}

/** A service worker at https://host/site/ whose network, caches and clock are ours. */
export class FakeWorker {
  readonly caches: FakeCaches;
  /** What it asked the network for, with the options it asked with. */
  readonly asked = new Map<string, RequestInit | undefined>();
  network: (address: string) => Promise<Response>;
  readonly #listeners = new Map<string, (event: object) => void>();
  #timers: (() => void)[] = [];

  constructor(
    version: string,
    files: Readonly<Record<string, string>>,
    caches: FakeCaches = new FakeCaches(),
  ) {
    this.caches = caches;
    this.network = (address) =>
      Promise.resolve(new Response(files[address.slice(ROOT.length)] ?? 'unknown'));
    const scope = {
      registration: { scope: ROOT },
      clients: { claim: () => Promise.resolve() },
      caches,
      fetch: (target: string | Request, options?: RequestInit) => {
        const address = typeof target === 'string' ? target : target.url;
        this.asked.set(address, options);
        return this.network(address);
      },
      setTimeout: (action: () => void) => this.#timers.push(action),
      addEventListener: (type: string, listener: (event: object) => void) =>
        this.#listeners.set(type, listener),
    } as unknown as WorkerScope;
    // The name of a file stands for its hash here.
    const deployment = { version, files, unchanging: 'assets/' };
    serveOffline(scope, deployment, keeperOf(scope, deployment));
  }

  install(): Promise<unknown> {
    return this.#work('install');
  }

  activate(): Promise<unknown> {
    return this.#work('activate');
  }

  /** Whether it answers a request itself. */
  answers(address: string, method = 'GET'): boolean {
    return this.#ask(address, method) !== undefined;
  }

  /** The text of its answer for an address from the site's root. */
  async get(path: string): Promise<string | undefined> {
    return (await this.#ask(ROOT + path, 'GET'))?.text();
  }

  /** Lets all the time pass that it waits for. */
  runTimers(): void {
    for (const action of this.#timers.splice(0)) action();
  }

  #work(type: string): Promise<unknown> {
    let work: Promise<unknown> = Promise.resolve();
    this.#listeners.get(type)?.({ waitUntil: (promise: Promise<unknown>) => (work = promise) });
    return work;
  }

  #ask(address: string, method: string): Promise<Response> | undefined {
    let answer: Promise<Response> | undefined;
    this.#listeners.get('fetch')?.({
      request: new Request(address, { method }),
      respondWith: (promise: Promise<Response>) => (answer = promise),
    });
    // Nobody waits for it where only its being there matters.
    answer?.catch(() => undefined);
    return answer;
  }
}
