/** Long enough for a pointer to pass by, or to cross from the word to its tip. */
const PASSING_MS = 150;
const CROSSING_MS = 300;
const GAP = 4;
const MARGIN = 16;

/** Puts the tip above the line in which its word begins, or below its word where there is no room. */
function place(tip: HTMLElement, term: HTMLElement): void {
  tip.style.left = '0';
  const lines = term.getClientRects();
  const [first, last] = [lines[0], lines[lines.length - 1]];
  if (!first || !last) return;
  const room = document.documentElement.clientWidth - tip.offsetWidth - MARGIN;
  const above = first.top - tip.offsetHeight - GAP;
  tip.style.left = `${scrollX + Math.max(MARGIN, Math.min(first.left, room))}px`;
  tip.style.top = `${scrollY + (above < 0 ? last.bottom + GAP : above)}px`;
}

function explanationOf(term: HTMLAnchorElement): string {
  const first = document.querySelector<HTMLElement>(
    `.term[data-tip][href="${CSS.escape(term.getAttribute('href') ?? '')}"]`,
  );
  return first?.dataset['tip'] ?? '';
}

/**
 * Gives every term of the page its tip: while the pointer rests on it or on the tip, while it has
 * the focus, and on touch at the first tap, where the second follows the link. Escape closes it, and
 * nothing on the page moves.
 */
export function explainTerms(): void {
  const tip = document.createElement('span');
  tip.id = 'tip';
  tip.className = 'tip';
  tip.setAttribute('role', 'tooltip');
  tip.hidden = true;
  document.querySelector('main')?.append(tip);

  let shown: HTMLAnchorElement | undefined;
  let planned: ReturnType<typeof setTimeout> | undefined;
  let isFirstTap = false;

  const hide = (): void => {
    clearTimeout(planned);
    shown?.removeAttribute('aria-describedby');
    shown = undefined;
    tip.hidden = true;
  };
  const show = (term: HTMLAnchorElement): void => {
    clearTimeout(planned);
    if (shown === term) return;
    hide();
    shown = term;
    tip.textContent = explanationOf(term);
    tip.hidden = false;
    term.setAttribute('aria-describedby', tip.id);
    place(tip, term);
  };
  const plan = (action: () => void, milliseconds: number): void => {
    clearTimeout(planned);
    planned = setTimeout(action, milliseconds);
  };
  const leave = (): void => {
    if (shown !== document.activeElement) plan(hide, CROSSING_MS);
  };

  for (const term of document.querySelectorAll<HTMLAnchorElement>('.term')) {
    term.addEventListener('pointerenter', ({ pointerType }) => {
      if (pointerType !== 'touch') plan(() => show(term), shown ? 0 : PASSING_MS);
    });
    term.addEventListener('pointerleave', leave);
    term.addEventListener('pointerdown', ({ pointerType }) => {
      isFirstTap = pointerType === 'touch' && shown !== term;
    });
    term.addEventListener('focus', () => show(term));
    term.addEventListener('blur', hide);
    term.addEventListener('click', (event) => {
      if (!isFirstTap) return;
      isFirstTap = false;
      event.preventDefault();
      show(term);
    });
  }
  tip.addEventListener('pointerenter', () => clearTimeout(planned));
  tip.addEventListener('pointerleave', leave);
  document.addEventListener('pointerdown', ({ target }) => {
    const isInside = target instanceof Node && (tip.contains(target) || shown?.contains(target));
    if (!isInside) hide();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') hide();
  });
}
