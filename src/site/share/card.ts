import { colours, picture, pictureSize } from './picture.ts';

/** What a shared picture says. */
export interface ShareCard {
  /** The name of the site. */
  readonly site: string;
  readonly title: string;
  /** The series and the part, or nothing. */
  readonly eyebrow: string | undefined;
  /** What is below the title, such as how many things there are to break. */
  readonly foot: string;
}

/** The size that shared pictures have everywhere. */
export const cardSize = { width: 1200, height: 630 } as const;

/** A box of the layout, as satori reads it. */
interface Box {
  readonly type: string;
  readonly props: Readonly<Record<string, unknown>>;
}

type Style = Readonly<Record<string, string | number>>;

function box(style: Style, children: string | readonly Box[] = []): Box {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}

function image(svg: string, width: number, height: number, style: Style = {}): Box {
  const src = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  return { type: 'img', props: { src, width, height, style } };
}

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 24" width="56" height="48" fill="none" stroke="${colours.failed}" stroke-width="2" stroke-linecap="round">
<path d="M1 18c5 0 1-6 7-6"/><path d="M16 5.5h-3a6.5 6.5 0 0 0 0 13h3z" fill="${colours.failed}" stroke-linejoin="round"/><path d="M17 9h4M17 15h4M26 4v16"/></svg>`;

/** Long titles are set smaller, so that all of them fit. */
function titleSize(title: string): number {
  if (title.length <= 36) return 76;
  if (title.length <= 60) return 57;
  return title.length <= 90 ? 50 : 42;
}

function label(text: string, left: number, colour: string): Box {
  return box(
    { position: 'absolute', left, top: 141, fontSize: 26, fontWeight: 600, color: colour },
    text,
  );
}

function cluster(): Box {
  const { width, height } = pictureSize;
  return box({ position: 'relative', width, height, flexShrink: 0 }, [
    image(picture, width, height),
    label('NODE1', 24, colours.failed),
    label('NODE2', 264, colours.ink),
  ]);
}

/** The layout of a shared picture: words on the left, a cluster on the right. */
export function cardLayout({ site, title, eyebrow, foot }: ShareCard): Box {
  const words = box({ flexDirection: 'column', width: 590, height: '100%' }, [
    box({ alignItems: 'center', fontSize: 34, fontWeight: 600 }, [
      image(mark, 56, 48, { marginRight: 16 }),
      box({}, site),
    ]),
    box({ flexDirection: 'column', flexGrow: 1, justifyContent: 'center' }, [
      ...(eyebrow === undefined
        ? []
        : [
            box({ fontSize: 25, fontWeight: 600, color: colours.owner, marginBottom: 18 }, eyebrow),
          ]),
      box(
        {
          fontSize: titleSize(title),
          fontWeight: 600,
          lineHeight: 1.12,
          letterSpacing: '-0.02em',
          textWrap: 'balance',
        },
        title,
      ),
    ]),
    box({ fontSize: 28, color: colours.muted }, foot),
  ]);
  return box(
    {
      ...cardSize,
      boxSizing: 'border-box',
      padding: '56px 60px 60px 64px',
      alignItems: 'center',
      justifyContent: 'space-between',
      background: colours.paper,
      borderTop: `10px solid ${colours.failed}`,
      color: colours.ink,
      fontFamily: 'Source Serif 4',
    },
    [words, cluster()],
  );
}
