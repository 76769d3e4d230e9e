// Which Node the project continues with.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The oldest Node that runs TypeScript files as they are, which everything after the start needs. */
const OLDEST = { major: 22, minor: 18 };

/**
 * @param {string} version such as `v22.18.0`
 * @returns {boolean} whether that Node can run this project
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  if (major === OLDEST.major) return minor >= OLDEST.minor;
  // Version 23 has been out of care since 2025, and its early releases lack what is needed.
  return major >= 24;
}

/**
 * Chooses the Node that npm installed with the project (on Linux), else the one we run on.
 * @param {string} root the project's folder
 * @returns {string | undefined} path of the executable; undefined if only one that is too old exists
 */
export function chooseNode(root) {
  const own = join(root, 'node_modules', '.bin', 'node');
  if (process.platform === 'linux' && existsSync(own)) {
    // Present is not enough: on a Linux without glibc the file is there and cannot run.
    const { status, stdout } = spawnSync(own, ['--version'], { encoding: 'utf8' });
    if (status === 0 && isNewEnough(stdout.trim())) return own;
  }
  return isNewEnough(process.version) ? process.execPath : undefined;
}

/**
 * @returns {string} what to tell somebody whose Node is too old
 */
export function tooOld() {
  return (
    `This machine's Node is ${process.version}; version ${OLDEST.major}.${OLDEST.minor} or newer ` +
    '(22 or 24) is needed here. Get it from https://nodejs.org, then run the command again.'
  );
}
