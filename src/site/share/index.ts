import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cardLayout, cardSize } from './card.ts';
import type { ShareCard } from './card.ts';

export type { ShareCard } from './card.ts';

const require = createRequire(import.meta.url);

function face(weight: 400 | 600): { name: string; data: Buffer; weight: 400 | 600 } {
  const file = `@fontsource/source-serif-4/files/source-serif-4-latin-${weight}-normal.woff`;
  return { name: 'Source Serif 4', data: readFileSync(require.resolve(file)), weight };
}

/**
 * The picture that is shown where people share an address, 1200 by 630, as a PNG. It uses the
 * project's own fonts and none of the machine's, so the same card gives the same bytes everywhere.
 */
export async function sharePicture(card: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  // Both are large, and only the pages of pictures need them.
  const [{ default: satori }, { Resvg }] = await Promise.all([
    import('satori'),
    import('@resvg/resvg-js'),
  ]);
  const svg = await satori(cardLayout(card), { ...cardSize, fonts: [face(400), face(600)] });
  const drawing = new Resvg(svg, { font: { loadSystemFonts: false } });
  return new Uint8Array(drawing.render().asPng());
}
