import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen } from '../../src/cli/serve/listen.ts';
import { freePort } from '../../src/cli/test/free-port.ts';

const outside = mkdtempSync(join(tmpdir(), 'serve-'));
const folder = join(outside, 'dist');
let address = '';

beforeAll(async () => {
  mkdirSync(join(folder, 'articles', 'one'), { recursive: true });
  mkdirSync(join(folder, 'assets'));
  mkdirSync(join(folder, 'empty'));
  writeFileSync(join(outside, 'secret.txt'), 'secret');
  symlinkSync(outside, join(folder, 'link'));
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(folder, '404.html'), 'not here');
  writeFileSync(join(folder, 'a b.svg'), '<svg/>');
  writeFileSync(join(folder, 'articles', 'one', 'index.html'), 'article');
  writeFileSync(join(folder, 'assets', 'x.abc.js'), 'export {}');
  address = await listen({ folder, host: '127.0.0.1', port: await freePort(), attempts: 1 });
});
afterAll(() => rmSync(outside, { recursive: true }));

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

/** Asks for exactly this path; `fetch` would tidy it up first. */
function ask(path: string, method = 'GET'): Promise<Answer> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, agent: false }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => {
        resolve({ status: response.statusCode, headers: response.headers, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['/', 'home', 'text/html; charset=utf-8'],
  ['/?run=1', 'home', 'text/html; charset=utf-8'],
  ['/articles/one/', 'article', 'text/html; charset=utf-8'],
  ['/a%20b.svg', '<svg/>', 'image/svg+xml'],
  ['/assets/x.abc.js', 'export {}', 'text/javascript; charset=utf-8'],
])('%s is served', async (path, body, type) => {
  const answer = await ask(path);
  expect(answer).toMatchObject({ status: 200, body, headers: { 'content-type': type } });
});

test('what never changes may be kept for ever, the rest is asked for again', async () => {
  const cache = async (path: string) => (await ask(path)).headers['cache-control'];
  expect(await cache('/assets/x.abc.js')).toMatch(/immutable/);
  expect(await cache('/articles/one/')).toBe('no-cache');
});

test('a folder without its slash moves to the one with it', async () => {
  const answer = await ask('/articles/one?x=1');
  expect(answer).toMatchObject({ status: 301, headers: { location: '/articles/one/?x=1' } });
});

test.each(['/nothing', '/nothing/', '/empty/', '/index.html/'])(
  '%s is answered by the page for missing pages',
  async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: 'not here' });
  },
);

test.each([
  '/../secret.txt',
  '/articles/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/..%5csecret.txt',
  '/link/secret.txt',
  '/secret.txt%00.html',
  '/%',
  '//127.0.0.1/../secret.txt',
])('%s leads nowhere', async (path) => {
  const { status, body } = await ask(path);
  expect([400, 404]).toContain(status);
  expect(body).not.toContain('secret');
});

test('an address with two slashes does not lead to another site', async () => {
  expect((await ask('//articles/one')).headers['location']).toBe('/articles/one/');
});

test('HEAD says what GET would, without the content; other methods are refused', async () => {
  const head = await ask('/', 'HEAD');
  expect(head).toMatchObject({ status: 200, body: '', headers: { 'content-length': '4' } });
  expect(await ask('/', 'POST')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test('a port that is taken is passed over, or reported if it is the only one', async () => {
  const port = Number(new URL(address).port);
  const options = { folder, host: '127.0.0.1', port };
  await expect(listen({ ...options, attempts: 1 })).rejects.toThrow(`Port ${port}`);
  expect(await listen({ ...options, attempts: 100 })).not.toBe(address);
});
