// Installs what package-lock.json asks for, and only if something of it is missing. Runs on any
// Node from version 20 with nothing installed, hence plain JavaScript without dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One package as a lock describes it.
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[],
 *   optionalDependencies?: Record<string, string> }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lock
 * @typedef {{ os: string, cpu: string }} Machine
 */

/**
 * Names the packages that the lock wants on this machine and that are absent or of another version.
 * Optional packages count only if the project itself asks for them and they fit the machine.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | undefined} installed node_modules/.package-lock.json, undefined if there is none
 * @param {Machine} machine
 * @returns {string[]} paths such as `node_modules/astro`
 */
export function missingPackages(wanted, installed, machine) {
  const ownOptional = Object.keys(wanted.packages['']?.optionalDependencies ?? {});
  return Object.entries(wanted.packages)
    .filter(([path, entry]) => {
      if (path === '') return false;
      if (!entry.optional) return true;
      return ownOptional.includes(path.replace(/^node_modules\//, '')) && fits(entry, machine);
    })
    .filter(([path, entry]) => {
      const found = installed?.packages[path];
      return found?.version !== entry.version || found?.integrity !== entry.integrity;
    })
    .map(([path]) => path);
}

/**
 * @param {LockedPackage} entry
 * @param {Machine} machine
 */
function fits(entry, machine) {
  return (entry.os?.includes(machine.os) ?? true) && (entry.cpu?.includes(machine.cpu) ?? true);
}

/**
 * Brings node_modules to what package-lock.json says; does nothing if it is there already.
 * @param {string} root the project's folder
 * @returns {boolean} whether everything is in place now; if not, npm has said why
 */
export function installMissing(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  if (!wanted) {
    console.error('package-lock.json is missing or unreadable; restore it with git.');
    return false;
  }
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'));
  const machine = { os: process.platform, cpu: process.arch };
  const missing = missingPackages(wanted, installed, machine);
  if (missing.length === 0) return true;
  console.log(`Installing ${missing.length} packages (npm ci) …`);
  return npm(root, ['ci', '--loglevel=error', '--include=dev', '--include=optional']) === 0;
}

/**
 * @param {string} path
 * @returns {Lock | undefined}
 */
function readLock(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Runs npm: the one that started us if there is one, else the one on the path.
 * @param {string} root
 * @param {string[]} args
 * @returns {number} its exit code
 */
function npm(root, args) {
  const script = process.env['npm_execpath'];
  const byScript = script !== undefined && /\.c?js$/.test(script);
  const [command, first] = byScript ? [process.execPath, [script]] : ['npm', []];
  const result = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: 'inherit',
    // npm is a .cmd file on Windows, which only a shell can start.
    shell: !byScript && process.platform === 'win32',
  });
  if (result.error) console.error(`npm could not be started: ${result.error.message}`);
  return result.status ?? 1;
}
