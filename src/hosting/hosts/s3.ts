import { cacheRules, headers, unchangingFolder } from '../table.ts';

/** A script that copies the site to S3, unchanging files first: no page names what is not there. */
export function s3File(): string {
  const folder = unchangingFolder.slice(1);
  return `#!/usr/bin/env bash
# S3 behind CloudFront: hosting/s3.sh BUCKET, after npm run build. Needs the AWS command line.
# The headers and the function for addresses of folders are in cloudfront.js; answer 403 and 404
# with /404.html and status 404, never with the home page.
set -euo pipefail
bucket=\${1:?the name of the bucket is wanted}
aws s3 cp --recursive dist/${folder} "s3://$bucket/${folder}" --cache-control "${cacheRules.unchanging}"
aws s3 sync dist "s3://$bucket" --exclude "${folder}*" --cache-control "${cacheRules.otherwise}" --exact-timestamps
# Old files go last, and only those that no page names any more.
aws s3 sync dist "s3://$bucket" --exclude "${folder}*" --delete --size-only
`;
}

/** Two functions for CloudFront: addresses of folders, and the headers. */
export function cloudFrontFile(): string {
  const sent = Object.entries(headers).map(
    ([name, value]) => `  headers['${name.toLowerCase()}'] = { value: '${value}' };`,
  );
  return `// CloudFront, viewer request: S3 knows no index.html below its root.
// Runtime cloudfront-js-2.0. Export one of the two as handler in each function.
function onRequest(event) {
  var request = event.request;
  if (request.uri.endsWith('/')) request.uri += 'index.html';
  else if (!request.uri.split('/').pop().includes('.')) {
    return {
      statusCode: 301,
      statusDescription: 'Moved Permanently',
      headers: { location: { value: request.uri + '/' } },
    };
  }
  return request;
}

// CloudFront, viewer response.
function onResponse(event) {
  var headers = event.response.headers;
${sent.join('\n')}
  return event.response;
}
`;
}
