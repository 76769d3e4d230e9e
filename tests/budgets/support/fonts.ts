import { statSync } from 'node:fs';
import { contentsOf, fileAt, type Page } from './page.ts';

/** A font file a page may ask for, and its size in bytes. */
export interface FontFile {
  readonly file: string;
  readonly bytes: number;
}

/**
 * The font files an English text without italics asks for. Faces for other alphabets stay on the
 * server, since their range of characters does not touch the text.
 */
export function uprightFonts(page: Page): FontFile[] {
  const styles = [...contentsOf(page.html, 'style'), ...page.sheets].join('\n');
  const faces = [...styles.matchAll(/@font-face\s*\{([^}]*)\}/g)].map((match) => match[1] ?? '');
  const references = faces
    .filter((face) => !/font-style:\s*(?:italic|oblique)/.test(face) && coversEnglish(face))
    .flatMap((face) => /url\(\s*["']?([^"')]+)/.exec(face)?.[1] ?? []);
  return [...new Set(references)].map((reference) => {
    const file = fileAt(reference, page.address);
    return { file, bytes: statSync(file).size };
  });
}

function coversEnglish(face: string): boolean {
  const range = /unicode-range:([^;}]*)/i.exec(face)?.[1];
  return range === undefined || /\bU\+(?:0{0,4}-|00\?\?|0{0,2}20-)/i.test(range.trim());
}
