import { nginxFile } from './nginx.ts';
import { cloudFrontFile, s3File } from './s3.ts';
import { vercelFile } from './vercel.ts';
import { cloudflareFile, githubPagesFile, netlifyFile } from './workflows.ts';

export { headersFile, redirectsFile } from './published.ts';

/** The files of the folder `hosting`, by name: examples to copy, compared with these by a test. */
export const examples: Readonly<Record<string, () => string>> = {
  'cloudflare.wrangler.jsonc': cloudflareFile,
  'cloudfront.js': cloudFrontFile,
  'github-pages.yml': githubPagesFile,
  'netlify.toml': netlifyFile,
  'nginx.conf': nginxFile,
  's3.sh': s3File,
  'vercel.json': vercelFile,
};
