/** What is needed of the browser's clipboard; a page that is not served securely has none. */
export type Clipboard = Pick<Navigator['clipboard'], 'writeText'>;

const OFFER = 'Copy code';
const TOLD_FOR_MS = 2_000;

/**
 * Gives every block of code a button that copies its text and says, aloud too, whether it worked.
 * Without a clipboard there is nothing to offer.
 */
export function offerCopies(page: Document, clipboard: Clipboard | undefined): void {
  if (!clipboard) return;
  const blocks = [...page.querySelectorAll('.code > pre')];
  const status = page.createElement('span');
  status.className = 'unseen';
  status.setAttribute('role', 'status');
  for (const block of blocks) {
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = OFFER;
    const tell = (outcome: string): void => {
      button.textContent = outcome;
      status.textContent = outcome;
      setTimeout(() => {
        button.textContent = OFFER;
        status.textContent = '';
      }, TOLD_FOR_MS);
    };
    button.addEventListener('click', () => {
      clipboard.writeText(block.textContent.trimEnd()).then(
        () => tell('Copied'),
        () => tell('The browser forbids it'),
      );
    });
    block.after(button);
  }
  blocks.at(-1)?.parentElement?.after(status);
}
