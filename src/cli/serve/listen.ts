import { createServer, type Server } from 'node:http';
import { respond } from './respond.ts';

/** What to serve and where to listen. */
export interface ListenOptions {
  /** The folder with the built site. */
  readonly folder: string;
  /** The address to listen on. */
  readonly host: string;
  /** The first port to try. */
  readonly port: number;
  /** How many ports to try, counting upwards, before giving up. */
  readonly attempts: number;
}

/**
 * Serves a folder of static files.
 * @returns the site's address, such as `http://127.0.0.1:4321/`
 * @throws if none of the ports is free or the host is not an address of this machine
 */
export async function listen(options: ListenOptions): Promise<string> {
  const { folder, host, attempts } = options;
  const last = Math.min(options.port + attempts - 1, 65535);
  for (let port = options.port; port <= last; port += 1) {
    const server = createServer((request, response) => void respond(folder, request, response));
    if (await tryPort(server, host, port)) return addressOf(host, port);
  }
  throw new Error(
    attempts === 1
      ? `Port ${options.port} of ${host} is taken.`
      : `All ports of ${host} from ${options.port} to ${last} are taken.`,
  );
}

function tryPort(server: Server, host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else if (error.code === 'EACCES')
        reject(new Error(`Port ${port} needs more rights than ours.`));
      else reject(new Error(`${host} is no address to listen on: ${error.message}`));
    });
    server.listen(port, host, () => resolve(true));
  });
}

function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}
