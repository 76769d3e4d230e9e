// What may be installed without asking: packages of Debian, as root, as in a container for tests.
import { existsSync, readFileSync } from 'node:fs';
import { run } from '../tools/tool.ts';

/** Whether this is Debian and we may install its packages. */
export function isDebianRoot(): boolean {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 &&
    existsSync(release) &&
    /^ID=debian$/m.test(readFileSync(release, 'utf8'))
  );
}

/**
 * Installs packages of Debian.
 * @returns why that failed, undefined if it did not
 */
export async function installPackages(packages: readonly string[]): Promise<string | undefined> {
  console.log(`Installing ${packages.join(', ')} (apt-get install) …`);
  // A server that comes with a package is wanted for its program, not to be started.
  const environment = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  for (const args of [['update'], install]) {
    const { code, output } = await run('apt-get', args, { environment });
    if (code !== 0) return `${output}\napt-get failed; its words are above.`;
  }
  return undefined;
}
