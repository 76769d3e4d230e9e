// Which Firefox the runs are compared in, and how to get one where that can be done.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages, isDebianRoot } from './debian.ts';

/** A Firefox, or none; unlike Chromium it may be missing. */
export type Firefox = { readonly type: 'found'; readonly path: string } | { readonly type: 'none' };

const commands = ['firefox-esr', 'firefox'];

/** The usual places on systems where browsers are not on the path. */
const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)']
    .map((variable) => process.env[variable])
    .filter((folder) => folder !== undefined)
    .map((folder) => join(folder, 'Mozilla Firefox', 'firefox.exe')),
};

/** Looks for the system's Firefox. */
export function findFirefox(): Firefox {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const path = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...(places[process.platform] ?? []),
  ].find(works);
  return path === undefined ? { type: 'none' } : { type: 'found', path };
}

/** Installs the system's package where we may, on Debian as root; whether that works is not decisive. */
export async function installFirefox(): Promise<void> {
  if (findFirefox().type === 'found' || !isDebianRoot()) return;
  const reason = await installPackages(['firefox-esr']);
  if (reason !== undefined) console.log(reason);
}

/** Whether the file is there and is a browser, not a stand-in that only says where to get one. */
function works(path: string): boolean {
  if (!existsSync(path)) return false;
  // Asked for its version on Windows, it opens a window.
  return process.platform === 'win32' || spawnSync(path, ['--version']).status === 0;
}
