import { readIndex, search } from '#search';
import type { Answer, Library, Result, SearchIndex } from '#search';
import styles from './SearchDialog.css?inline';
import { opensWithSlash, setOpensWithSlash } from './SearchShortcut.ts';

/** How long nothing has to be typed before the number of results is told: not after every key. */
const PAUSE_MS = 300;

type Properties<Name extends keyof HTMLElementTagNameMap> = Partial<HTMLElementTagNameMap[Name]>;

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Properties<Name>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

const field = element('input', { type: 'search', autocomplete: 'off', spellcheck: false });
field.setAttribute('enterkeyhint', 'search');
const close = element('button', { type: 'button' }, 'Close');
const status = element('p', { role: 'status' });
const list = element('ol', {});
const slash = element('input', { type: 'checkbox', checked: opensWithSlash() });
const dialog = element(
  'dialog',
  { className: 'search-dialog', ariaLabel: 'Search' },
  element(
    'div',
    { className: 'search-field' },
    element('label', {}, element('span', {}, 'Articles, glossary and numbers'), field),
    close,
  ),
  status,
  list,
  element('label', { className: 'search-slash' }, slash, ' Open with the / key'),
);
dialog.setAttribute('closedby', 'any');

let root = new URL(document.baseURI);
let library: Library | undefined;
let telling = 0;

/** Opens the search; the first time it fetches the index, whose folder is the root of the site. */
export function openSearch(index: URL): void {
  root = new URL('.', index);
  if (!dialog.isConnected) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets.push(sheet);
    document.body.append(dialog);
  }
  dialog.showModal();
  field.focus();
  field.select();
  if (!library) void load(index);
}

async function load(index: URL): Promise<void> {
  try {
    const answer = await fetch(index);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    library = readIndex((await answer.json()) as SearchIndex);
    show();
  } catch {
    status.textContent = 'The index could not be loaded. Close this and try again.';
  }
}

function show(): void {
  if (!library) return;
  const answer = search(library, field.value);
  list.replaceChildren(...answer.results.map(item));
  list.scrollTop = 0;
  window.clearTimeout(telling);
  telling = window.setTimeout(() => {
    status.textContent = field.value.trim() === '' ? '' : told(answer);
  }, PAUSE_MS);
}

function told({ count, results, instead }: Answer): string {
  const number = count === 0 ? 'Nothing found' : count === 1 ? '1 result' : `${count} results`;
  const shown = count > results.length ? `, the best ${results.length} shown` : '';
  return instead === undefined ? number + shown : `${number} for “${instead}”${shown}`;
}

function item({ address, heading, page, excerpt }: Result): HTMLElement {
  const pieces = excerpt.map(({ text, marked }) => (marked ? element('mark', {}, text) : text));
  return element(
    'li',
    {},
    element(
      'a',
      { href: new URL(address, root).href },
      element('strong', {}, heading),
      ...(page === '' ? [] : [' ', element('small', {}, page)]),
      ' ',
      element('span', {}, ...pieces),
    ),
  );
}

/** Arrow keys walk through the field and the results, Enter takes the best one. */
function onKey(event: KeyboardEvent): void {
  const stops = [field, ...list.querySelectorAll('a')];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  if (event.key === 'Escape') dialog.close();
  else if (event.key === 'Enter' && document.activeElement === field) stops[1]?.click();
  else if (event.key === 'ArrowDown' && at >= 0) stops[Math.min(at + 1, stops.length - 1)]?.focus();
  else if (event.key === 'ArrowUp' && at > 0) stops[at - 1]?.focus();
  else return;
  event.preventDefault();
}

field.addEventListener('input', show);
close.addEventListener('click', () => dialog.close());
slash.addEventListener('change', () => setOpensWithSlash(slash.checked));
dialog.addEventListener('keydown', onKey);
// A result on this very page would otherwise stay hidden behind the dialog.
list.addEventListener('click', (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) dialog.close();
});
