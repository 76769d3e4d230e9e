// The service worker with a network and caches of our own making.
import { Script } from 'node:vm';
import { beforeEach, expect, test } from 'vitest';
import { deploymentOf, workerText, withRegistration } from '../../src/hosting/offline/worker.ts';
import { FakeWorker } from './support/worker.ts';

const files = { '': 'home', 'articles/one/': 'one', 'assets/x.1.js': 'x' };
let worker: FakeWorker;

beforeEach(() => {
  worker = new FakeWorker('1', files);
});

test('keeps every file, and answers with them when there is no network', async () => {
  await worker.install();
  await worker.activate();
  worker.network = () => Promise.reject(new TypeError('no network'));
  expect(await worker.get('')).toBe('home');
  expect(await worker.get('articles/one/?run=1')).toBe('one');
  expect(await worker.get('assets/x.1.js')).toBe('x');
});

test('prefers the network for pages, and what is kept for files that never change', async () => {
  await worker.install();
  worker.network = () => Promise.resolve(new Response('new'));
  expect(await worker.get('articles/one/')).toBe('new');
  expect(await worker.get('assets/x.1.js')).toBe('x');
});

test('a host in trouble counts as no host, a missing page as missing', async () => {
  await worker.install();
  worker.network = () => Promise.resolve(new Response('trouble', { status: 503 }));
  expect(await worker.get('articles/one/')).toBe('one');
  worker.network = () => Promise.resolve(new Response('gone', { status: 404 }));
  expect(await worker.get('articles/one/')).toBe('gone');
});

test('a host that says nothing for long is not waited for', async () => {
  await worker.install();
  worker.network = () => new Promise(() => {});
  const answer = worker.get('articles/one/');
  worker.runTimers();
  expect(await answer).toBe('one');
});

test.each([404, 500])(
  'an answer with status %i is never kept, nor anything with it',
  async (status) => {
    worker.network = (address) =>
      Promise.resolve(new Response('', { status: address.endsWith('/one/') ? status : 200 }));
    await expect(worker.install()).rejects.toThrow(String(status));
    expect(await worker.caches.keys()).toEqual([]);
  },
);

test('asks for exactly the files that were built', async () => {
  await worker.install();
  expect(worker.asked.get('https://host/site/')).toEqual({
    integrity: 'sha256-home',
    cache: 'no-cache',
  });
  expect(worker.asked.get('https://host/site/assets/x.1.js')?.cache).toBe('default');
});

test('a new deployment takes over what did not change, and forgets the old one in its turn', async () => {
  await worker.install();
  await worker.activate();
  await worker.caches.open('of another site');
  const next = new FakeWorker('2', { ...files, 'assets/y.2.js': 'y' }, worker.caches);
  await next.install();
  expect(next.asked.has('https://host/site/assets/x.1.js')).toBe(false);
  expect(await worker.get('assets/y.2.js'), 'seen through the old one').toBe('y');
  expect(await worker.caches.keys()).toHaveLength(3);
  await next.activate();
  expect(await worker.caches.keys()).toEqual([
    'of another site',
    'pull-the-plug https://host/site/ 2',
  ]);
});

test.each(['https://elsewhere/site/', 'https://host/', 'https://host/site/unknown/'])(
  '%s is none of its business',
  async (address) => {
    await worker.install();
    expect(worker.answers(address)).toBe(false);
  },
);

test('only reading is its business', () => {
  expect(worker.answers('https://host/site/', 'POST')).toBe(false);
});

const built = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });

test('the deployment has what reading needs, and another version when any of it changes', () => {
  const site = [
    built('404.html', ''),
    built('_headers', ''),
    built('articles/one/index.html', 'one'),
    built('articles/one/index.md', 'one'),
    built('articles/one/share.png', ''),
    built('assets/x.1.js', 'x'),
    built('feed.xml', ''),
    built('index.html', 'home'),
    built('search.json', '{}'),
  ];
  const deployment = deploymentOf(site);
  expect(Object.keys(deployment.files)).toEqual([
    'articles/one/',
    'assets/x.1.js',
    '',
    'search.json',
  ]);
  const changed = site.map((file) =>
    file.path === 'index.html' ? built(file.path, 'home!') : file,
  );
  expect(deploymentOf(changed).version).not.toBe(deployment.version);
  expect(() => new Script(workerText(deployment))).not.toThrow();
});

test('a page registers the worker at the root of the site, at the end and in a few words', () => {
  const page = withRegistration('<body><p></body>', '../../');
  expect(page).toMatch(/^<body><p><script>.*register\("\.\.\/\.\.\/sw\.js"\).*<\/script><\/body>$/);
  expect(page.length).toBeLessThan(180);
});
