// Hosts that only need to be told how to build, and which folder to publish.

/** netlify.toml, for the root of the repository. */
export function netlifyFile(): string {
  return `# Netlify: put this into the root of the repository. Headers and redirects are in dist already.
[build]
  command = "npm run build"
  publish = "dist"

# Publish what was built: every byte of it has a hash somewhere.
[build.processing]
  skip_processing = true

[build.processing.html]
  pretty_urls = false
`;
}

/** wrangler.jsonc, for the root of the repository. */
export function cloudflareFile(): string {
  return `// Cloudflare: put this into the root of the repository, then npm run build and wrangler deploy.
// Headers and redirects are in dist already.
{
  "name": "pull-the-plug",
  "compatibility_date": "2026-01-01",
  "assets": {
    "directory": "./dist",
    "html_handling": "force-trailing-slash",
    "not_found_handling": "404-page",
  },
}
`;
}

/** A workflow for GitHub Pages, which sends no headers of ours and needs none. */
export function githubPagesFile(): string {
  return `# GitHub Pages: put this into .github/workflows and choose "GitHub Actions" as the source of Pages.
name: Publish
on:
  push:
    branches: [main]
  workflow_dispatch:

permissions:
  contents: read
  pages: write
  id-token: write

concurrency:
  group: pages
  cancel-in-progress: true

jobs:
  publish:
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deployment.outputs.page_url }}
    steps:
      - uses: actions/checkout@v4
        with:
          # The dates of articles are theirs; nothing asks git for them.
          fetch-depth: 1
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - uses: actions/configure-pages@v5
        id: pages
      - run: npm ci
      - run: npm run build
        env:
          SITE_URL: \${{ steps.pages.outputs.base_url }}/
      - uses: actions/upload-pages-artifact@v3
        with:
          path: dist
      - uses: actions/deploy-pages@v4
        id: deployment
`;
}
