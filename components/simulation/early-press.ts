import type { ActEvent, ReadyEvent, WantedEvent } from './events.ts';

const WANTED: WantedEvent = 'simulation-wanted';
const READY: ReadyEvent = 'simulation-ready';
const ACT: ActEvent = 'simulation-act';

/** After this long without an answer the reader gets what the link promised: the storyboard. */
const PATIENCE_MS = 8_000;

/**
 * Remembers what readers press before its simulation lives, wakes the simulation and has it carried
 * out there. To be called once for a page; a file that did this on import would be shaken off.
 */
export function rememberEarlyPresses(): void {
  const pressed = new Map<string, { readonly action: string; readonly link: HTMLAnchorElement }>();

  document.addEventListener('click', (event) => {
    const link = (event.target as Element | null)?.closest<HTMLAnchorElement>('a[data-do]');
    const id = link?.dataset['in'];
    const action = link?.dataset['do'];
    if (!link || !id || !action || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    pressed.set(id, { action, link });
    link.setAttribute('aria-busy', 'true');
    document.dispatchEvent(new CustomEvent(WANTED, { detail: { id } }));
    window.setTimeout(() => {
      if (pressed.delete(id)) location.hash = link.hash;
    }, PATIENCE_MS);
  });

  document.addEventListener(READY, (event) => {
    const { id } = (event as CustomEvent<{ id: string }>).detail;
    const waiting = pressed.get(id);
    if (!waiting) return;
    pressed.delete(id);
    document.dispatchEvent(new CustomEvent(ACT, { detail: { id, action: waiting.action } }));
  });
}
