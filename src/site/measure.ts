const WORDS_PER_MINUTE = 220;

/** An article without what is not part of its text or markup: code, comments, expressions. */
function withoutCode(body: string): string {
  return body
    .replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?^ {0,3}\1[`~]*\s*$/gm, ' ')
    .replace(/`[^`\n]*`/g, (code) => code.replace(/[<>{}]/g, ' '))
    .replace(/\{\s*\/\*[\s\S]*?\*\/\s*\}/g, ' ');
}

/** How often an article's MDX shows a simulation. */
export function simulationCount(body: string): number {
  return withoutCode(body).match(/<Simulation(?=[\s/>])/g)?.length ?? 0;
}

/**
 * The time it takes to read an article's MDX at 220 words a minute, in whole minutes, at least one.
 * Counted is what a reader reads: not code, not the attributes of components, not the sources.
 */
export function readingMinutes(body: string): number {
  const words = withoutCode(body)
    .replace(/^\[\^[^\]]+\]:.*(?:\r?\n(?: {2,}|\t).*)*/gm, ' ')
    .replace(/\[\^[^\]]+\]/g, ' ')
    .replace(/<\/?[A-Za-z](?:"[^"]*"|'[^']*'|\{[^}]*\}|[^>"'{])*>/g, ' ')
    .replace(/\]\([^)]*\)/g, ' ')
    .match(/[\p{L}\p{N}][\p{L}\p{N}'’.,:-]*/gu);
  return Math.max(1, Math.round((words?.length ?? 0) / WORDS_PER_MINUTE));
}

/** "14 min, plus 3 things to break": what an article asks of its reader. */
export function effort(minutes: number, simulations: number): string {
  if (simulations === 0) return `${minutes} min`;
  return `${minutes} min, plus ${simulations} ${simulations === 1 ? 'thing' : 'things'} to break`;
}
