const KEY = 'pull-the-plug:slash';

/**
 * Whether the key / opens the search. Readers who speak to their computer, or whose hands tremble,
 * can switch a key without a modifier off (WCAG 2.1.4).
 */
export function opensWithSlash(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Remembers whether the key / opens the search, if the browser lets us. */
export function setOpensWithSlash(on: boolean): void {
  try {
    if (on) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, 'off');
  } catch {
    // Without a storage the key keeps working as before.
  }
}
