import { opensWithSlash } from './SearchShortcut.ts';

/** Loads and opens the search. */
async function open(button: HTMLButtonElement): Promise<void> {
  const label = button.querySelector('span') ?? button;
  try {
    const { openSearch } = await import('./SearchDialog.ts');
    label.textContent = 'Search';
    delete button.dataset['failed'];
    openSearch(new URL(button.dataset['index'] ?? '', document.baseURI));
  } catch {
    label.textContent = 'Search needs the network';
    // On a narrow screen too, where the name of the button is not shown.
    button.dataset['failed'] = '';
  }
}

/** Whether a key is meant for what has the focus. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, dialog') !== null;
}

/** Lets the button and the key / open the search. */
export function listen(button: HTMLButtonElement): void {
  button.addEventListener('click', () => void open(button));
  document.addEventListener('keydown', (event) => {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (event.key !== '/' || modified || event.defaultPrevented || isTyping(event.target)) return;
    if (!opensWithSlash()) return;
    event.preventDefault();
    void open(button);
  });
}
