import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** Bytes of a text as a good host sends them: brotli at its best. */
export function brotli(text: string): number {
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  return brotliCompressSync(text, { params: quality }).length;
}

/** Bytes of a text as every host can send them: gzip at its best. */
export function gzip(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

/** Bytes of a text as it is. */
export function raw(text: string): number {
  return Buffer.byteLength(text);
}

/** Bytes of several files, each compressed by itself, as they travel. */
export function total(texts: readonly string[], measure: (text: string) => number): number {
  return texts.reduce((sum, text) => sum + measure(text), 0);
}
