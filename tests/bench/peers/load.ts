// The peers are nobody's dependency: they are fetched into this folder when somebody asks for them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Queue } from '../queue/times.ts';
import { simJsQueue } from './simjs.ts';
import { simScriptQueue } from './simscript.ts';

/** A peer, and how many customers it can serve in about a second. */
export interface Peer {
  readonly name: string;
  readonly queue: Queue;
  readonly customers: number;
}

const folder = fileURLToPath(new URL('.', import.meta.url));

/** Installs what the lock in this folder asks for; scripts of packages are not run (.npmrc). */
function install(): void {
  if (existsSync(new URL('node_modules/.package-lock.json', import.meta.url))) return;
  const script = process.env['npm_execpath'];
  const [command, first] =
    script === undefined ? ['npm', []] : ([process.execPath, [script]] as const);
  const { status } = spawnSync(command, [...first, 'ci', '--loglevel=error'], {
    cwd: folder,
    stdio: 'inherit',
    shell: script === undefined && process.platform === 'win32',
  });
  if (status !== 0) throw new Error('the peers could not be installed; npm said why');
}

/** Installs the peers where they are missing and loads them. */
export function loadPeers(): readonly Peer[] {
  install();
  const load = createRequire(new URL('package.json', import.meta.url));
  // Both were written for pages: one leaves itself on the window, the other waits for frames.
  const page = globalThis as unknown as {
    window: object;
    Sim: Parameters<typeof simJsQueue>[0] & { Sim: object };
    requestAnimationFrame: (call: () => void) => void;
  };
  page.window = globalThis;
  page.requestAnimationFrame = (call) => void setImmediate(call);
  load('simjs');
  const simScript = load('simscript') as Parameters<typeof simScriptQueue>[0];
  return [
    { name: 'simjs', queue: simJsQueue(page.Sim), customers: 50_000 },
    { name: 'simscript (async)', queue: simScriptQueue(simScript), customers: 5_000 },
  ];
}
