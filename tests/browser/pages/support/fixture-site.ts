import { execFile } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { test as base } from '../../support/test.ts';
import { respond } from '../../../../src/cli/serve/respond.ts';

const project = fileURLToPath(new URL('../../../../', import.meta.url));

/** Where the fixture believes it is hosted. */
export const siteUrl = 'https://example.org/blog';

/** How many posts the fixture has beside those of the site. */
export const posts = 23;

const post = (number: number): string => `---
title: Post ${number}
description: The excerpt of post ${number}.
date: 2001-${String(1 + (number % 12)).padStart(2, '0')}-${String(number).padStart(2, '0')}
tags: [${number % 2 === 0 ? 'SCC, Clustering' : 'SCC'}]
category: Exchange Server
appliesTo: [Windows Server 2003]
aliases: [/2001/post-${number}/]
---

The text of post ${number}.

\`\`\`yaml
title: Post ${number} # as in the file
\`\`\`
`;

/** The packages by links, in a folder of its own, so that the build's caches stay apart. */
function linkPackages(folder: string): void {
  mkdirSync(folder);
  for (const name of readdirSync(join(project, 'node_modules'))) {
    if (/^\.(?!bin$)/.test(name)) continue;
    symlinkSync(join(project, 'node_modules', name), join(folder, name));
  }
}

/** Builds the site with many posts more, told its own address; returns the folder of the built site. */
async function build(folder: string): Promise<string> {
  const parts = ['components', 'content', 'public', 'src', 'package.json', 'tsconfig.json'];
  for (const name of [...parts, 'astro.config.mjs']) {
    cpSync(join(project, name), join(folder, name), { recursive: true });
  }
  linkPackages(join(folder, 'node_modules'));
  for (let number = 1; number <= posts; number += 1) {
    writeFileSync(join(folder, `content/articles/post-${number}.mdx`), post(number));
  }
  await promisify(execFile)(process.execPath, ['src/cli/astro.mjs', 'build'], {
    cwd: folder,
    env: { ...process.env, SITE_URL: siteUrl },
  });
  return join(folder, 'dist');
}

/** A built site with many posts, and where it is served. */
export interface FixtureSite {
  readonly folder: string;
  readonly address: string;
}

/** `test` on a site with many posts, a known address, aliases and code. */
export const test = base.extend<object, { fixtureSite: FixtureSite }>({
  fixtureSite: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const parent = mkdtempSync(join(tmpdir(), 'site-'));
      const folder = await build(parent);
      const server = createServer((request, response) => void respond(folder, request, response));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const { port } = server.address() as AddressInfo;
      await use({ folder, address: `http://127.0.0.1:${port}/` });
      server.close();
      rmSync(parent, { recursive: true });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  baseURL: async ({ fixtureSite }, use) => use(fixtureSite.address),
});
