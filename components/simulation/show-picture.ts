/** Kept free above a pressed sentence when the page moves. */
const MARGIN = 16;

/**
 * Scrolls no further than the reader's sentence allows: as much of the picture as fits comes into
 * view, and the words that were pressed stay on the screen. Does nothing when the picture is in view.
 */
export function showPicture(sentence: Element, picture: Element): void {
  const words = sentence.getBoundingClientRect();
  const { bottom, top } = picture.getBoundingClientRect();
  const hidden = bottom - window.innerHeight + MARGIN;
  const distance = top < 0 ? top - MARGIN : Math.min(hidden, words.top - MARGIN);
  if (top >= 0 && distance <= 0) return;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  window.scrollBy({ top: distance, behavior: calm ? 'instant' : 'smooth' });
}
