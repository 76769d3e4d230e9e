import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { GLOBAL } from './bundle.ts';

/** A browser that can be started on an address without a window. */
export interface Browser {
  readonly path: string;
  /** What it is started with, given a folder of its own for what it keeps. */
  readonly arguments: (folder: string) => readonly string[];
  /** Files that it wants to find in that folder, by name. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Chromium as the browser tests start it. */
export const chromiumAt = (path: string): Browser => ({
  path,
  arguments: (folder) => [
    '--headless',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    `--user-data-dir=${folder}`,
  ],
});

/** It asks nobody about updates, studies or portals: a test talks to nobody but this computer. */
const FIREFOX_SETTINGS = {
  'app.normandy.enabled': false,
  'app.update.enabled': false,
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,',
  'toolkit.telemetry.enabled': false,
};

/** Firefox of any kind: no driver is needed, since the page itself sends what it found. */
export const firefoxAt = (path: string): Browser => ({
  path,
  arguments: (folder) => ['--headless', '--no-remote', '--profile', folder],
  files: {
    'user.js': Object.entries(FIREFOX_SETTINGS)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  },
});

const page = `<!doctype html><meta charset="utf-8"><title>Traces</title>
<script>addEventListener('error', ({ message }) => fetch('/failed', { method: 'POST', body: message }));</script>
<script src="/model.js"></script>
<script type="module">
  const runs = await (await fetch('/runs.json')).text();
  const send = (where, body) => fetch(where, { method: 'POST', body });
  try {
    await send('/traces', ${GLOBAL}.tracesOf(runs));
  } catch (error) {
    await send('/failed', \`\${error} \${error.stack}\`);
  }
</script>`;

interface Meeting {
  readonly address: string;
  readonly traces: Promise<string>;
  readonly end: () => void;
}

/** A server that gives a browser the page, the model and the runs, and waits for what it sends back. */
async function meet(script: string, runs: string): Promise<Meeting> {
  const { promise: traces, resolve, reject } = Promise.withResolvers<string>();
  const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/': ['text/html', page],
    '/model.js': ['text/javascript; charset=utf-8', script],
    '/runs.json': ['application/json', runs],
  };
  const receive = async (request: IncomingMessage): Promise<void> => {
    const body = await text(request);
    if (request.url === '/traces') resolve(body);
    else reject(new Error(body));
  };
  const server = createServer((request, response) => {
    if (request.method === 'POST') void receive(request).then(() => response.end(), reject);
    else {
      const [type, body] = files[request.url ?? ''] ?? [];
      response.writeHead(type === undefined ? 404 : 200, { 'content-type': type ?? 'text/plain' });
      response.end(body);
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const end = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${port}/`, traces, end };
}

/**
 * Carries runs out in a browser. Throws what went wrong in the page, or that the browser ended or
 * sent nothing within `patience` milliseconds.
 */
export async function tracesInBrowser(
  browser: Browser,
  script: string,
  runs: string,
  patience = 90_000,
): Promise<string> {
  const { address, traces, end } = await meet(script, runs);
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  for (const [name, content] of Object.entries(browser.files ?? {}))
    writeFileSync(join(folder, name), content);
  const child = spawn(browser.path, [...browser.arguments(folder), address], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder },
  });
  const said: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const failed = new Promise<never>((_, reject) => {
    const fail = (what: string): void =>
      reject(new Error(`${what}\n${said.join('').slice(-2_000)}`));
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`${browser.path} ended by itself (${String(code)})`));
    setTimeout(() => fail(`${browser.path} sent nothing for ${patience} ms`), patience).unref();
  });
  try {
    return await Promise.race([traces, failed]);
  } finally {
    child.kill('SIGKILL');
    await gone;
    end();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
