import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base } from '../../support/test.ts';
import { serve } from './serve.ts';
import type { Running, Way } from './serve.ts';

export type { Way };
export { expect } from '../../support/test.ts';

/** The built site. */
const dist: string = fileURLToPath(new URL('../../../../dist/', import.meta.url));

/** A copy of the built site on a server of its own. */
export interface Site {
  /** Where the site is, ending with a slash. */
  readonly address: string;
  /** The folder of the copy, to change it while it is served. */
  readonly folder: string;
  /** Stops the server before the test ends. */
  readonly stop: () => Promise<void>;
}

interface Fixtures {
  way: Way;
  site: Site;
}

/** The site's `test`, on a copy of the built site served in some way, with its worker. */
export const test = base.extend<Fixtures>({
  way: [{ server: 'ours', path: '/' }, { option: true }],
  serviceWorkers: 'allow',
  site: async ({ way }, use) => {
    const root = mkdtempSync(join(tmpdir(), 'site-'));
    const folder = join(root, 'served', way.path);
    mkdirSync(folder, { recursive: true });
    cpSync(dist, folder, { recursive: true });
    let running: Running | undefined;
    try {
      running = await serve(way, join(root, 'served'), root);
      const { origin, stop } = running;
      await use({ address: origin + way.path, folder, stop });
    } finally {
      await running?.stop();
      rmSync(root, { recursive: true, force: true });
    }
  },
  baseURL: async ({ site }, use) => use(site.address),
});

/** Changes a file of a copy. */
export function change(folder: string, path: string, edit: (text: string) => string): void {
  const file = join(folder, path);
  const before = readFileSync(file, 'utf8');
  const after = edit(before);
  if (after === before) throw new Error(`${path} stays as it is`);
  writeFileSync(file, after);
}
