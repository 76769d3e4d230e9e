import type { ClientDirective } from 'astro';
import type { WantedEvent } from './events.ts';

const WANTED: WantedEvent = 'simulation-wanted';

/**
 * Brings an island to life when it comes near the screen, or at once when a sentence elsewhere on
 * the page wants something of it. Nothing of it is loaded before.
 */
const whenWanted: ClientDirective = (load, _options, element) => {
  const id = element.querySelector('[data-simulation]')?.getAttribute('data-simulation');
  let started = false;
  const start = async (): Promise<void> => {
    if (started) return;
    started = true;
    observer.disconnect();
    const hydrate = await load();
    await hydrate();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) void start();
    },
    { rootMargin: '300px' },
  );
  for (const child of element.children) observer.observe(child);
  document.addEventListener(WANTED, (event) => {
    if ((event as CustomEvent<{ id: string }>).detail.id === id) void start();
  });
};

export default whenWanted;
