/** What the worker uses of the scope it runs in; the browser's own types are those of pages. */
export interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  readonly setTimeout: (action: () => void, milliseconds: number) => unknown;
  addEventListener(
    type: 'install' | 'activate',
    listener: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  addEventListener(
    type: 'fetch',
    listener: (event: {
      readonly request: Request;
      respondWith(answer: Promise<Response>): void;
    }) => void,
  ): void;
}

/** What one deployment consists of. */
export interface Deployment {
  /** Changes whenever any file does. */
  readonly version: string;
  /** Addresses from the site's root, without the first slash, and the SHA-256 of what is there. */
  readonly files: Readonly<Record<string, string>>;
  /** The folder whose files have a hash in their names and never change, such as `assets/`. */
  readonly unchanging: string;
}
