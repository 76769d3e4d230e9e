import { configuration } from './configuration.ts';

const format = new Intl.DateTimeFormat(configuration.language, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** A day as people write it: "22 November 2026". */
export function dayForPeople(date: Date): string {
  return format.format(date);
}

/** A day as machines write it: "2026-11-22". */
export function dayForMachines(date: Date): string {
  return date.toISOString().slice(0, 10);
}
