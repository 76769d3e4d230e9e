// The servers of others on which the built site is tried, and how to get them where we may.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages, isDebianRoot } from './debian.ts';

/** A program that serves a folder. */
export type ServerName = 'nginx' | 'python';

/** Where a program is, or why there is none. */
export type Program =
  | { readonly type: 'found'; readonly path: string }
  | { readonly type: 'none'; readonly reason: string };

interface Description {
  readonly commands: readonly string[];
  /** Arguments with which a program that is fit for use ends well. */
  readonly proof: readonly string[];
  readonly packages: readonly string[];
}

const descriptions: Readonly<Record<ServerName, Description>> = {
  nginx: { commands: ['nginx'], proof: ['-v'], packages: ['nginx-light'] },
  python: {
    commands: process.platform === 'win32' ? ['python', 'python3'] : ['python3', 'python'],
    proof: ['-m', 'http.server', '--help'],
    packages: ['python3'],
  },
};

/** Looks for a server, also where only root looks by default. */
export function findServer(name: ServerName): Program {
  const { commands, proof, packages } = descriptions[name];
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin'];
  const ending = process.platform === 'win32' ? '.exe' : '';
  const path = commands
    .flatMap((command) => folders.map((folder) => join(folder, command + ending)))
    .find((file) => existsSync(file) && spawnSync(file, proof).status === 0);
  return path === undefined
    ? {
        type: 'none',
        reason:
          `No ${name} was found, and the built site is tried on it. Install it (Debian: ` +
          `apt-get install ${packages.join(' ')}), then run npm test again.`,
      }
    : { type: 'found', path };
}

/**
 * Sees to it that the servers are there, where we may. Where we may not, the tests that need one
 * fail and say what is missing: a site that was not tried is not known to work.
 */
export async function installServers(): Promise<void> {
  const missing = (['nginx', 'python'] as const).filter((name) => findServer(name).type === 'none');
  if (missing.length === 0 || !isDebianRoot()) return;
  const reason = await installPackages(missing.flatMap((name) => descriptions[name].packages));
  if (reason !== undefined) console.log(reason);
}
