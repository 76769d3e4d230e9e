// Static pages; Preact where something moves. What a build needs to know and nothing more.
import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { defineConfig } from 'astro/config';
import { authoring } from '#authoring';
import { hosting } from '#hosting';
import { highlightClasses, sitemap } from '#site';

const { SITE_URL } = process.env;

/** Everything from npm that a reader's browser needs, as one file: one request instead of four. */
const runtime = {
  name: 'runtime',
  test: /node_modules[\\/](preact[\\/]|nanostores|@nanostores|@astrojs[\\/]preact)/,
};

/** What loads a module later, kept out of the file above for the pages that need nothing else. */
const loader = { name: 'loader', test: /vite[\\/]preload-helper/, priority: 1 };

/**
 * A simulation in one file, which packs better than several. What not every simulation needs stays
 * apart: the rest of the model, in the folders called `more`, and the words.
 */
const apart =
  'model/(.*/more/|run/kit|whole|actions/(parse|types|duration)|properties/names)|story/(words|chain|events|refusals|codes|storyboard|sentences/)|simulation/(kit|words|LogEntry|Attempts)';
const instrument = {
  name: 'instrument',
  test: new RegExp(`^(?!.*/(${apart})).*/(src/(model|stores|story)|components/simulation)/`),
};

/**
 * Lets a simulation sleep until it is near the screen or a sentence wants it.
 * @type {import('astro').AstroIntegration}
 */
const wanted = {
  name: 'client-wanted',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) =>
      addClientDirective({
        name: 'wanted',
        entrypoint: './components/simulation/when-wanted.ts',
      }),
  },
};

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  // Absolute addresses (canonical links, feeds) exist only for a host that has a name.
  ...(SITE_URL ? { site: SITE_URL } : {}),
  integrations: [mdx(), preact(), authoring(), wanted, sitemap(), hosting()],
  markdown: {
    processor: satteri(),
    syntaxHighlight: 'shiki',
    shikiConfig: { theme: 'css-variables', transformers: [highlightClasses] },
  },
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  vite: {
    build: {
      // A larger script stands beside the pages, where all of them find it in the cache.
      assetsInlineLimit: 1_024,
      terserOptions: {
        module: true,
        ecma: 2022,
        compress: { passes: 4, pure_getters: true, unsafe_arrows: true, keep_fargs: false },
      },
      rolldownOptions: {
        // Compiled MDX starts with "use strict"-like directives that mean nothing here.
        onLog(level, log, defaultHandler) {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') defaultHandler(level, log);
        },
      },
    },
    environments: {
      client: {
        build: {
          // Slower than what Vite comes with, and two parts in a hundred smaller.
          minify: 'terser',
          rolldownOptions: { output: { codeSplitting: { groups: [loader, runtime, instrument] } } },
        },
      },
    },
  },
});
