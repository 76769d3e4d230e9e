// CloudFront, viewer request: S3 knows no index.html below its root.
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
  headers['x-content-type-options'] = { value: 'nosniff' };
  headers['referrer-policy'] = { value: 'strict-origin-when-cross-origin' };
  headers['permissions-policy'] = { value: 'camera=(), geolocation=(), microphone=()' };
  return event.response;
}
