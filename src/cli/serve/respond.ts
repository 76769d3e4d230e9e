import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, relative, sep } from 'node:path';
import { cacheControl, headers } from '#hosting';
import { locate } from './locate.ts';
import { mediaType } from './media-type.ts';

/**
 * Answers one request from a folder of static files: folders through their index.html, addresses
 * without a file with 404.html and status 404, methods other than GET and HEAD with 405.
 */
export async function respond(
  folder: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { Allow: 'GET, HEAD' }).end();
    return;
  }
  const place = await locate(folder, request.url ?? '/');
  switch (place.type) {
    case 'bad':
      response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Bad address\n');
      return;
    case 'moved':
      response.writeHead(301, { Location: place.to }).end();
      return;
    case 'file':
      await send(folder, place.path, 200, request, response);
      return;
    case 'missing':
      await send(folder, join(folder, '404.html'), 404, request, response);
      return;
    default:
      place satisfies never;
  }
}

async function send(
  folder: string,
  path: string,
  status: 200 | 404,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await stat(path).catch(() => undefined);
  if (!file?.isFile()) {
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  response.writeHead(status, {
    'Content-Type': mediaType(path),
    'Content-Length': file.size,
    'Cache-Control': cacheControl(`/${relative(folder, path).split(sep).join('/')}`),
    ...headers,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  const stream = createReadStream(path);
  stream.on('error', () => response.destroy());
  stream.pipe(response);
}
