/*
 * A cluster just after its power plug was pulled: one node dark, the other at work, the disks between
 * them. A drawing without words, because words are set by whoever knows the fonts.
 */

/** The colours of the pictures; the light theme's, since a shared picture has no theme. */
export const colours = {
  paper: '#fbfaf6',
  raised: '#ffffff',
  ink: '#1c2024',
  muted: '#5c666e',
  line: '#7b838a',
  online: '#0b7a5c',
  onlineSoft: '#e5f4ee',
  failed: '#b8301c',
  failedSoft: '#fbe9e5',
  owner: '#3450c4',
  ownerSoft: '#e8ecfb',
} as const;

export const pictureSize = { width: 440, height: 500 } as const;

const { raised, line, online, onlineSoft, failed, failedSoft, owner, ownerSoft } = colours;

const clients = Array.from(
  { length: 9 },
  (_, index) =>
    `<rect x="${30 + index * 44}" y="4" width="26" height="26" rx="7" fill="${onlineSoft}" stroke="${online}" stroke-width="3"/>`,
).join('');

const rows = [0, 1, 2, 3]
  .map((row) => {
    const y = 190 + row * 38;
    return (
      `<rect x="18" y="${y}" width="164" height="28" rx="6" fill="none" stroke="${failed}" stroke-width="2" stroke-dasharray="5 5"/>` +
      `<rect x="258" y="${y}" width="164" height="28" rx="6" fill="${onlineSoft}" stroke="${online}" stroke-width="2.5"/>` +
      `<circle cx="275" cy="${y + 14}" r="6" fill="${online}"/>`
    );
  })
  .join('');

const disks = [128, 220, 312]
  .map(
    (x) =>
      `<path d="M${x - 34} 438v34c0 11 68 11 68 0v-34" fill="${ownerSoft}" stroke="${owner}" stroke-width="3"/>` +
      `<ellipse cx="${x}" cy="438" rx="34" ry="9" fill="${ownerSoft}" stroke="${owner}" stroke-width="3"/>`,
  )
  .join('');

/** The drawing as SVG. */
export const picture = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${pictureSize.width} ${pictureSize.height}" width="${pictureSize.width}" height="${pictureSize.height}" fill="none">
${clients}
<path d="M219 42v32M340 74v54M100 74v54" stroke="${line}" stroke-width="3"/>
<path d="M4 74h432" stroke="${line}" stroke-width="6" stroke-linecap="round"/>
<rect x="4" y="128" width="192" height="222" rx="14" fill="${failedSoft}" stroke="${failed}" stroke-width="4" stroke-dasharray="10 8"/>
<rect x="244" y="128" width="192" height="222" rx="14" fill="${raised}" stroke="${owner}" stroke-width="5"/>
${rows}
<path d="M100 350v34h60v22" stroke="${line}" stroke-width="3"/>
<path d="M340 350v34h-60v22" stroke="${owner}" stroke-width="7"/>
<rect x="70" y="406" width="300" height="90" rx="14" fill="${raised}" stroke="${line}" stroke-width="3"/>
${disks}
</svg>`;
