/** Calls back with all elements that stand in the area, whenever that changes, jumps included. */
function watch(
  elements: Iterable<Element>,
  area: string,
  report: (inside: ReadonlySet<Element>) => void,
): void {
  const inside = new Set<Element>();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) inside.add(target);
        else inside.delete(target);
      }
      report(inside);
    },
    { rootMargin: area },
  );
  for (const element of elements) observer.observe(element);
}

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
  // Everything above the line on which people read, however far up.
  watch(headings, '9999999px 0px -65% 0px', (passed) => {
    const current = headings.findLast((heading) => passed.has(heading));
    for (const link of links) {
      if (link.hash === `#${current?.id}`) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
    }
  });
  watch(document.querySelectorAll('.prose > .wide'), '0px 0px -15% 0px', ({ size }) => {
    contents.toggleAttribute('data-covered', size > 0);
  });
}
