import type { Deployment, WorkerScope } from './scope.ts';

/** The deployments that are kept, of which one is the worker's own. */
export interface Keeper {
  /** Keeps the worker's own deployment, whole or not at all. */
  keepAll(): Promise<void>;
  /** Forgets every other deployment. */
  forgetOthers(): Promise<void>;
  /** The worker's own copy of an address. */
  ownCopy(address: string): Promise<Response | undefined>;
  /** Any copy of an address, for files that never change. */
  anyCopy(address: string): Promise<Response | undefined>;
}

/**
 * Keeps deployments. One is kept only if every file is the one it was built with, so that old pages
 * and new files are never mixed, and errors are never kept.
 *
 * Sent to the browser as its own text: it may use nothing but its arguments.
 */
export function keeperOf(scope: WorkerScope, deployment: Deployment): Keeper {
  const root = scope.registration.scope;
  // The origin may be shared with other sites, and with this one under another path.
  const prefix = `pull-the-plug ${root} `;
  const name = prefix + deployment.version;
  const ours = async (): Promise<string[]> =>
    (await scope.caches.keys()).filter((key) => key.startsWith(prefix));

  const ownCopy = async (address: string): Promise<Response | undefined> =>
    (await scope.caches.open(name)).match(address);

  const anyCopy = async (address: string): Promise<Response | undefined> => {
    for (const key of await ours()) {
      const found = await (await scope.caches.open(key)).match(address);
      if (found) return found;
    }
    return undefined;
  };

  const keep = async (cache: Cache, file: string, hash: string): Promise<void> => {
    const address = root + file;
    const unchanging = file.startsWith(deployment.unchanging);
    const answer =
      (unchanging ? await anyCopy(address) : undefined) ??
      (await scope.fetch(address, {
        integrity: `sha256-${hash}`,
        cache: unchanging ? 'default' : 'no-cache',
      }));
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    // An answer that came by way of another address may not be given for a page.
    const { headers } = answer;
    const direct = answer.redirected ? new Response(await answer.blob(), { headers }) : answer;
    await cache.put(address, direct);
  };

  return {
    ownCopy,
    anyCopy,
    async keepAll() {
      const cache = await scope.caches.open(name);
      const files = Object.entries(deployment.files);
      const ends = await Promise.allSettled(files.map(([file, hash]) => keep(cache, file, hash)));
      const failed = ends.find((end) => end.status === 'rejected');
      if (!failed) return;
      await scope.caches.delete(name);
      throw failed.reason;
    },
    async forgetOthers() {
      const others = (await ours()).filter((key) => key !== name);
      await Promise.all(others.map((key) => scope.caches.delete(key)));
    },
  };
}
