// Which Chromium the browser tests use, and how to get one where that can be done.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';
import { installPackages, isDebianRoot } from './debian.ts';

/** A browser to test with, or why there is none. */
export type Chromium =
  | { readonly type: 'found'; readonly path: string }
  | { readonly type: 'none'; readonly reason: string };

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** The usual places on systems where browsers are not on the path. */
const places: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: [
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((variable) => process.env[variable])
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Chromium', 'Application', 'chrome.exe'),
    ]),
};

/**
 * Looks for a Chromium: the one CHROMIUM_PATH names, the system's, Playwright's own.
 * A CHROMIUM_PATH that leads nowhere is an error, not a reason to take another one.
 */
export function findChromium(): Chromium {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    return existsSync(named)
      ? { type: 'found', path: named }
      : { type: 'none', reason: `CHROMIUM_PATH is ${named}, where no file is.` };
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const path = [
    ...commands.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...(places[process.platform] ?? []),
    chromium.executablePath(),
  ].find(works);
  return path === undefined
    ? {
        type: 'none',
        reason:
          'No Chromium was found for the browser tests. Get one with\n' +
          '  npx playwright install chromium\n' +
          'or say in CHROMIUM_PATH where one is, then run npm test again.',
      }
    : { type: 'found', path };
}

/** As {@link findChromium}, but installs the system's package where we may: on Debian as root. */
export async function findOrInstallChromium(): Promise<Chromium> {
  const found = findChromium();
  if (found.type === 'found' || process.env['CHROMIUM_PATH'] || !isDebianRoot()) return found;
  const reason = await installPackages(['chromium']);
  if (reason !== undefined) return { type: 'none', reason };
  return findChromium();
}

/** Whether the file is there and is a browser, not a stand-in that only says where to get one. */
function works(path: string): boolean {
  if (!existsSync(path)) return false;
  // On Windows, asking for the version would open a window.
  return process.platform === 'win32' || spawnSync(path, ['--version']).status === 0;
}
