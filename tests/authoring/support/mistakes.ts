import { fileURLToPath } from 'node:url';

/** A content folder in which much is wrong on purpose. */
export const mistakes = { root: fileURLToPath(new URL('../mistakes/', import.meta.url)) };
