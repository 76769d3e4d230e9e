import type { Keeper } from './keep.ts';
import type { Deployment, WorkerScope } from './scope.ts';

/**
 * The service worker: gives readers without a network the deployment that is kept.
 *
 * Pages come from the network as long as it answers, so nobody sees an old page for longer than
 * necessary. Files that never change come from the cache. A new deployment is fetched beside the
 * old one, and takes over when no page of the old one is open any more. Addresses that are not of
 * the deployment are none of its business.
 *
 * Sent to the browser as its own text: it may use nothing but its arguments.
 */
export function serveOffline(scope: WorkerScope, deployment: Deployment, keeper: Keeper): void {
  const patience = 4000;
  const root = scope.registration.scope;

  const fresh = async (request: Request, address: string): Promise<Response> => {
    const asked = scope.fetch(request);
    const tooLong = new Promise<undefined>((resolve) => {
      scope.setTimeout(() => resolve(undefined), patience);
    });
    try {
      const answer = await Promise.race([asked, tooLong]);
      if (answer && answer.status < 500) return answer;
    } catch {
      // No network: the copy is what it is for.
    }
    return (await keeper.ownCopy(address)) ?? asked;
  };

  const unchanging = async (request: Request, address: string): Promise<Response> =>
    (await keeper.anyCopy(address)) ?? scope.fetch(request);

  scope.addEventListener('install', (event) => event.waitUntil(keeper.keepAll()));
  scope.addEventListener('activate', (event) => {
    event.waitUntil(keeper.forgetOthers().then(() => scope.clients.claim()));
  });
  scope.addEventListener('fetch', (event) => {
    const { request } = event;
    const [address = ''] = request.url.split(/[?#]/);
    if (request.method !== 'GET' || !address.startsWith(root)) return;
    const file = address.slice(root.length);
    if (file.startsWith(deployment.unchanging)) event.respondWith(unchanging(request, address));
    else if (file in deployment.files) event.respondWith(fresh(request, address));
  });
}
