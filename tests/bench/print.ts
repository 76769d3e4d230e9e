const WIDTH = 52;

/** A figure as people read it: three digits, or whole with its thousands apart. */
function figure(value: number): string {
  return value >= 1_000 ? Math.round(value).toLocaleString('en-GB') : value.toPrecision(3);
}

/** The head of a part of the report. */
export function heading(text: string): void {
  console.log(`\n${text}`);
}

/** One line of the report: what was measured, the figure, its unit and what is aimed at. */
export function line(what: string, value: number, unit = '', aim = ''): void {
  console.log(
    `  ${what.padEnd(WIDTH)} ${figure(value).padStart(11)} ${unit.padEnd(15)} ${aim}`.trimEnd(),
  );
}
