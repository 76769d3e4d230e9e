/** The part of the site layer that runs in a reader's browser: nothing here reads files. */
export { chooseTheme, nextTheme, shownTheme } from './theme.ts';
