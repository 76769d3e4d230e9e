import type { Simulation } from '#stores';
import type { ReadingName } from '#story';
import type { ActEvent, ReadyEvent } from './events.ts';
import { showPicture } from './show-picture.ts';

const READY: ReadyEvent = 'simulation-ready';
const ACT: ActEvent = 'simulation-act';

/** Turns the sentence's link to a storyboard into a button that acts on the live run. */
function buttonFor(
  link: HTMLAnchorElement,
  pressed: (button: HTMLButtonElement) => void,
): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.dataset['do'] = link.dataset['do'] ?? '';
  button.dataset['in'] = link.dataset['in'] ?? '';
  button.append(...link.childNodes);
  button.addEventListener('click', () => pressed(button));
  const focused = document.activeElement === link;
  link.replaceWith(button);
  if (focused) button.focus();
  return button;
}

/**
 * Joins the article's sentences to a live run: its actions become buttons, its readings follow the
 * cursor once the reader has acted. Returns the function that lets go of them.
 */
export function connectProse(
  id: string,
  simulation: Simulation,
  press: (action: string) => void,
): () => void {
  const own = `[data-in="${CSS.escape(id)}"]`;
  const picture = document.querySelector(`[data-simulation="${CSS.escape(id)}"] .stage`);
  const pressed = (button: HTMLElement): void => {
    press(button.dataset['do'] ?? '');
    if (picture) showPicture(button, picture);
  };
  const buttons = [...document.querySelectorAll<HTMLAnchorElement>(`a[data-do]${own}`)].map(
    (link) => buttonFor(link, pressed),
  );
  const readings = [...document.querySelectorAll<HTMLElement>(`[data-reading]${own}`)];
  const follow = (): void => {
    if (simulation.$view.get().telling.firstActionAt === null) return;
    for (const element of readings) {
      const text = simulation.reading(element.dataset['reading'] as ReadingName);
      if (element.textContent !== text) element.textContent = text;
      element.dataset['live'] = 'true';
    }
  };
  const letGo = simulation.$view.listen(follow);
  const act = (event: Event): void => {
    const { detail } = event as CustomEvent<{ id: string; action: string }>;
    const button = buttons.find(({ dataset }) => dataset['do'] === detail.action);
    if (detail.id === id && button) pressed(button);
  };
  document.addEventListener(ACT, act);
  document.dispatchEvent(new CustomEvent(READY, { detail: { id } }));
  return () => {
    letGo();
    document.removeEventListener(ACT, act);
  };
}
