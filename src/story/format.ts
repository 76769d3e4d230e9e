import type { Instant, Milliseconds } from '#model';

/** A duration as people say it: `0.8 s`, `43 s`, `2 min 5 s`, `1 h 3 min`. Rounded to what matters. */
export function sayDuration(duration: Milliseconds): string {
  if (duration < 10_000) {
    const tenths = Math.round(duration / 100) / 10;
    return `${tenths} s`;
  }
  const seconds = Math.round(duration / 1_000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60)
    return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  const hours = Math.floor(minutes / 60);
  return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
}

/** Time on a clock that started at `from`: `0:07`, `12:30`, `1:02:03`. Seconds are not rounded up. */
export function sayClock(instant: Instant, from: Instant): string {
  const seconds = Math.max(0, Math.floor((instant - from) / 1_000));
  const pad = (value: number): string => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${pad(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${pad(minutes % 60)}:${pad(seconds % 60)}`;
}

/** A number with its noun: `1 message`, `90 messages`. */
export function sayCount(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`;
}

/** `A`, `A and B`, `A, B and C`. */
export function sayList(items: readonly string[]): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}
