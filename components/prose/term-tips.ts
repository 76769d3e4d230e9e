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

type Texts = Readonly<Record<string, string>>;

/** The one tip of a page, which stands by one term at a time. */
class Tip {
  readonly element = document.createElement('span');
  #term: HTMLAnchorElement | undefined;
  #filling = Promise.resolve(true);
  #tips: Promise<Texts> | undefined;
  #planned: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.element.id = 'tip';
    this.element.className = 'tip';
    this.element.setAttribute('role', 'tooltip');
    this.element.hidden = true;
  }

  /** Loads the tips of all terms, which stand beside the glossary. */
  load(term: HTMLAnchorElement): Promise<Texts> {
    this.#tips ??= fetch(new URL('tips.json', term.href))
      .then((response): Promise<Texts> => response.json())
      .catch(() => {
        // Without a network there are none now; perhaps there are later.
        this.#tips = undefined;
        return {};
      });
    return this.#tips;
  }

  isAt(term: Element | null): boolean {
    return this.#term === term;
  }

  holds(target: EventTarget | null): boolean {
    if (!(target instanceof Node)) return false;
    return this.element.contains(target) || this.#term?.contains(target) === true;
  }

  hide(): void {
    this.stay();
    this.#term?.removeAttribute('aria-describedby');
    this.#term = undefined;
    this.element.hidden = true;
  }

  /** Whether the term got its tip, or somebody went on to another one meanwhile. */
  show(term: HTMLAnchorElement): Promise<boolean> {
    this.stay();
    if (this.#term !== term) {
      this.hide();
      this.#term = term;
      this.#filling = this.#fill(term);
    }
    return this.#filling;
  }

  async #fill(term: HTMLAnchorElement): Promise<boolean> {
    const text = (await this.load(term))[term.hash.slice(1)];
    if (this.#term !== term) return true;
    if (text === undefined) {
      this.hide();
      return false;
    }
    this.element.textContent = text;
    this.element.hidden = false;
    term.setAttribute('aria-describedby', this.element.id);
    place(this.element, term);
    return true;
  }

  showSoon(term: HTMLAnchorElement): void {
    this.stay();
    const wait = this.#term ? 0 : PASSING_MS;
    this.#planned = setTimeout(() => void this.show(term), wait);
  }

  /** Hides the tip once a pointer has left it and its term, unless the term has the focus. */
  hideSoon(): void {
    this.stay();
    if (this.#term === document.activeElement) return;
    this.#planned = setTimeout(() => this.hide(), CROSSING_MS);
  }

  /** Nothing that was planned happens. */
  stay(): void {
    clearTimeout(this.#planned);
  }
}

/** Shows a tip, or follows the link of a term that has none. */
async function showOrFollow(term: HTMLAnchorElement, tip: Tip): Promise<void> {
  if (!(await tip.show(term))) location.href = term.href;
}

function explain(term: HTMLAnchorElement, tip: Tip): void {
  let isFirstTap = false;
  term.addEventListener('pointerenter', ({ pointerType }) => {
    if (pointerType !== 'touch') tip.showSoon(term);
  });
  term.addEventListener('pointerleave', () => tip.hideSoon());
  term.addEventListener('pointerdown', ({ pointerType }) => {
    isFirstTap = pointerType === 'touch' && !tip.isAt(term);
  });
  term.addEventListener('focus', () => void tip.show(term));
  term.addEventListener('blur', () => tip.hide());
  term.addEventListener('click', (event) => {
    if (!isFirstTap) return;
    isFirstTap = false;
    event.preventDefault();
    void showOrFollow(term, tip);
  });
}

/** The tips of a page, for whoever wants one that was not there yet. */
export interface Tips {
  /** Shows the tip of a term that the pointer rests on or that has the focus. */
  readonly showIfWanted: (term: HTMLAnchorElement) => void;
  /** Shows the tip of a term that was tapped. */
  readonly show: (term: HTMLAnchorElement) => void;
}

/**
 * Gives every term of the page its tip: while the pointer rests on it or on the tip, while it has
 * the focus, and on touch at the first tap, where the second follows the link. Escape closes it, and
 * nothing on the page moves. The tips are loaded when somebody begins to move through the page by
 * keyboard, or wants one; where they do not come, terms are links.
 */
export function explainTerms(): Tips {
  const terms = document.querySelectorAll<HTMLAnchorElement>('.term');
  const [first] = terms;
  const tip = new Tip();
  document.querySelector('main')?.append(tip.element);
  for (const term of terms) explain(term, tip);
  tip.element.addEventListener('pointerenter', () => tip.stay());
  tip.element.addEventListener('pointerleave', () => tip.hideSoon());
  if (first) document.addEventListener('focusin', () => void tip.load(first), { once: true });
  document.addEventListener('pointerdown', ({ target }) => {
    if (!tip.holds(target)) tip.hide();
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') tip.hide();
  });
  return {
    showIfWanted(term) {
      if (document.activeElement === term) void tip.show(term);
      else if (term.matches(':hover')) tip.showSoon(term);
      else if (first) void tip.load(first);
    },
    show: (term) => void showOrFollow(term, tip),
  };
}
