/** The part of the window, counted from its top, in which a heading becomes the current one. */
const READING_LINE = 0.35;

/**
 * Keeps a list of contents in step with the reader: the section being read is marked, the list is
 * open where it stands beside the text, and `data-covered` says that something wide is passing.
 */
export function followReader(contents: HTMLElement): void {
  const details = contents.querySelector('details');
  const beside = matchMedia('(width >= 75em)');
  const openBeside = (): void => {
    if (details) details.open = beside.matches;
  };
  beside.addEventListener('change', openBeside);
  openBeside();

  const links = [...contents.querySelectorAll('a')];
  const headings = links.flatMap(({ hash }) => document.getElementById(hash.slice(1)) ?? []);
  const markCurrent = (): void => {
    const line = innerHeight * READING_LINE;
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top <= line);
    for (const link of links) {
      if (current && link.hash === `#${current.id}`) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  };
  const crossings = new IntersectionObserver(markCurrent, {
    rootMargin: `0px 0px -${100 * (1 - READING_LINE)}% 0px`,
  });
  for (const heading of headings) crossings.observe(heading);

  const passing = new Set<Element>();
  const coverings = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) passing.add(target);
        else passing.delete(target);
      }
      contents.toggleAttribute('data-covered', passing.size > 0);
    },
    { rootMargin: '0px 0px -15% 0px' },
  );
  for (const wide of document.querySelectorAll('.prose > .wide')) coverings.observe(wide);
}
