import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findServer } from '../../../../src/cli/setup/servers.ts';
import { freePort } from '../../../../src/cli/test/free-port.ts';

/** Ours, Python's plain one, and nginx with the configuration in the folder `hosting`. */
type Server = 'ours' | 'python' | 'nginx';

/** On which server the built site stands, and under which path: `/` or such as `/a/b/`. */
export interface Way {
  readonly server: Server;
  readonly path: string;
}

/** A server that answers. */
export interface Running {
  readonly origin: string;
  readonly stop: () => Promise<void>;
}

const project = fileURLToPath(new URL('../../../../', import.meta.url));
const HOST = '127.0.0.1';

/**
 * Serves a folder.
 * @param way on what, and under which path the site is
 * @param folder what is at the root of the host
 * @param scratch a folder for what the server itself needs
 */
export async function serve(way: Way, folder: string, scratch: string): Promise<Running> {
  const port = await freePort();
  const [program, args] = commandOf(way, folder, scratch, port);
  const child = spawn(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const origin = `http://${HOST}:${port}`;
  await untilAnswering(child, origin + way.path, () => complaints);
  return { origin, stop: () => end(child) };
}

function commandOf(
  way: Way,
  folder: string,
  scratch: string,
  port: number,
): [string, readonly string[]] {
  switch (way.server) {
    case 'ours':
      return [process.execPath, [join(project, 'src/cli/serve.ts'), String(port), folder]];
    case 'python':
      return [pathOf('python'), ['-m', 'http.server', String(port), '--bind', HOST]];
    case 'nginx': {
      const file = nginxConfiguration(way.path, folder, scratch, port);
      return [pathOf('nginx'), ['-e', 'stderr', '-p', scratch, '-c', file]];
    }
  }
}

function pathOf(name: 'nginx' | 'python'): string {
  const program = findServer(name);
  if (program.type === 'none') throw new Error(program.reason);
  return program.path;
}

/** The shipped configuration, with folder, port and path changed as its comments say. */
function nginxConfiguration(path: string, folder: string, scratch: string, port: number): string {
  const shipped = readFileSync(join(project, 'hosting/nginx.conf'), 'utf8');
  const changes: readonly (readonly [string, string])[] = [
    ['listen 80;', `listen ${HOST}:${port};`],
    ['root /srv/pull-the-plug;', `root ${folder};`],
    ['\n    ~^/assets/', `\n    ~^${path}assets/`],
    ['404 /404.html;', `404 ${path}404.html;`],
    ['=404 /404.html;', `=404 ${path}404.html;`],
  ];
  const site = changes.reduce((text, [before, after]) => {
    if (!text.includes(before)) throw new Error(`hosting/nginx.conf no longer says ${before}`);
    return text.replace(before, after);
  }, shipped);
  const uses = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const file = join(scratch, 'nginx.conf');
  mkdirSync(join(scratch, 'nginx'));
  writeFileSync(join(scratch, 'site.conf'), site);
  writeFileSync(
    file,
    `daemon off; master_process off; pid ${scratch}/nginx/pid; error_log stderr;
events {}
http {
  include ${mediaTypes()};
  default_type application/octet-stream;
  access_log off;
  ${uses.map((use) => `${use}_temp_path ${scratch}/nginx/${use};`).join('\n  ')}
  include ${scratch}/site.conf;
}
`,
  );
  return file;
}

/** The media types that came with nginx; they are beside its configuration. */
function mediaTypes(): string {
  const { stderr } = spawnSync(pathOf('nginx'), ['-V'], { encoding: 'utf8' });
  const configuration = /--conf-path=(\S+)/.exec(stderr)?.[1] ?? '/etc/nginx/nginx.conf';
  return join(dirname(configuration), 'mime.types');
}

async function untilAnswering(
  child: ChildProcess,
  address: string,
  complaints: () => string,
): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended: ${complaints()}`);
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await end(child);
  throw new Error(`nothing answers at ${address}: ${complaints()}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
}
