import type { Tips } from './term-tips.ts';

/** Terms without tips are links: nothing has to be said. */
const nothing = (): void => undefined;

/** The term that an event is about, if any. */
function termOf({ target }: Event): HTMLAnchorElement | null {
  return target instanceof Element ? target.closest<HTMLAnchorElement>('a.term') : null;
}

/**
 * Loads the tips of terms when a reader comes to one with the pointer or a finger, or begins to move
 * by keyboard, and shows the one that was wanted. Where they do not come, terms are links.
 */
export function explainWhenWanted(): void {
  const started = new AbortController();
  let loading: Promise<Tips> | undefined;
  let isTap = false;
  const load = (): Promise<Tips> => {
    loading ??= import('./term-tips.ts').then(({ explainTerms }) => {
      started.abort();
      return explainTerms();
    });
    return loading;
  };
  const follow = (term: HTMLAnchorElement) => (): void => {
    location.href = term.href;
  };
  const on = <Type extends keyof DocumentEventMap>(
    type: Type,
    listener: (event: DocumentEventMap[Type]) => void,
  ): void => document.addEventListener(type, listener, { signal: started.signal });
  on('pointerover', (event) => {
    const term = event.pointerType === 'touch' ? null : termOf(event);
    if (term) load().then((tips) => tips.showIfWanted(term), nothing);
  });
  on('focusin', (event) => {
    const term = termOf(event);
    load().then((tips) => term && tips.showIfWanted(term), nothing);
  });
  on('pointerdown', (event) => {
    isTap = event.pointerType === 'touch' && termOf(event) !== null;
    if (isTap) load().catch(nothing);
  });
  on('click', (event) => {
    const term = termOf(event);
    if (!isTap || !term) return;
    event.preventDefault();
    load().then((tips) => tips.show(term), follow(term));
  });
}
