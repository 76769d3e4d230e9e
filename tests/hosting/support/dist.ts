import { fileURLToPath } from 'node:url';

/** The built site. */
export const dist: string = fileURLToPath(new URL('../../../dist/', import.meta.url));
