import { useEffect, useRef, useState } from 'preact/hooks';
import type { VNode } from 'preact';
import type { View } from '#stores';

/** At most one announcement in this time, so that speech is never outrun. */
const PAUSE_MS = 2_000;
/** What piles up in between is cut to its latest part. */
const MOST_AT_ONCE = 3;

/** Decisions after one instant up to another, in words; a refusal takes their place. */
function news(view: View, after: number): string {
  if (view.refusal) return view.refusal;
  const { execution, words } = view.telling;
  const { plan } = execution.run;
  return execution.occurrences
    .filter(({ at }) => at > after && at <= view.cursor)
    .filter((occurrence) => words.weightOf(plan, occurrence) === 'decision')
    .slice(-MOST_AT_ONCE)
    .map((occurrence) => `${words.sentenceFor(plan, occurrence).text}.`)
    .join(' ');
}

/** Tells assistive technology, politely, what has been decided since it was last told. */
export function Announcer({ view }: { readonly view: View }): VNode {
  const [text, setText] = useState('');
  const told = useRef(view.cursor);
  const latest = useRef(view);
  const timer = useRef(0);
  latest.current = view;
  useEffect(() => {
    if (view.cursor < told.current) told.current = view.cursor;
    if (timer.current !== 0 || (view.cursor === told.current && !view.refusal)) return;
    const tell = (): void => {
      const words = news(latest.current, told.current);
      told.current = latest.current.cursor;
      timer.current = 0;
      if (words) setText(words);
    };
    timer.current = window.setTimeout(tell, text === '' ? 100 : PAUSE_MS);
  }, [view, text]);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return (
    <p class="unseen" role="status">
      {text}
    </p>
  );
}
