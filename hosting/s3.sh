#!/usr/bin/env bash
# S3 behind CloudFront: hosting/s3.sh BUCKET, after npm run build. Needs the AWS command line.
# The headers and the function for addresses of folders are in cloudfront.js; answer 403 and 404
# with /404.html and status 404, never with the home page.
set -euo pipefail
bucket=${1:?the name of the bucket is wanted}
aws s3 cp --recursive dist/assets/ "s3://$bucket/assets/" --cache-control "public, max-age=31536000, immutable"
aws s3 sync dist "s3://$bucket" --exclude "assets/*" --cache-control "no-cache" --exact-timestamps
# Old files go last, and only those that no page names any more.
aws s3 sync dist "s3://$bucket" --exclude "assets/*" --delete --size-only
