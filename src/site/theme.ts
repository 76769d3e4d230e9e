const STORAGE_KEY = 'pull-the-plug:theme';

const themes = ['system', 'light', 'dark'] as const;

/** Which colours the reader asked for; "system" leaves it to the browser. */
export type Theme = (typeof themes)[number];

/**
 * The script that runs before anything is painted, so that no page flashes in the wrong colours.
 * It trusts nothing in the storage but the two words it knows. The page needs its hash in a policy.
 */
export const themeScript = `try{var t=localStorage.getItem('${STORAGE_KEY}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;

/** The theme a page shows now. */
export function shownTheme(root: HTMLElement): Theme {
  return themes.find((theme) => theme === root.dataset['theme']) ?? 'system';
}

/** The theme that the next press of the button asks for: system, light, dark, and round again. */
export function nextTheme(theme: Theme): Theme {
  return themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
}

/** Shows a theme and remembers it. A browser that refuses to store still shows it on this page. */
export function chooseTheme(root: HTMLElement, theme: Theme): void {
  if (theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
  try {
    if (theme === 'system') localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, theme);
  } catch {
    // Storage can be switched off or full; the choice then lasts as long as the page.
  }
}
